/** The form of one user: whether they are available, and which queues they work. */
import { Button, MultiSelect } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { User } from '../../../../../shared/definitions.ts';
import { AppLink } from '../../../components/app-link.tsx';
import { Section } from '../../../components/section.tsx';
import { remove } from '../../../definition-list/definition-verbs.ts';
import { useNames } from '../../../definition-list/use-names.ts';
import { navigate, paths } from '../../../stores/address.ts';
import formClasses from '../shared/form.module.css';
import { SaveBar } from '../shared/save-bar.tsx';
import { SwitchField } from '../shared/switch-field.tsx';
import { useDefinitionForm } from '../shared/use-definition-form.ts';
import { checkUser, type UserDraft, userDraftOf } from './user-draft.ts';

export function UserForm({ name, user }: { readonly name: string; readonly user: User }) {
  const saved = useMemo(() => userDraftOf(user), [user]);
  const check = useCallback((draft: UserDraft) => checkUser(name, draft), [name]);
  const form = useDefinitionForm({ defined: user, saved, check, done: () => `The user “${name}” is saved.` });
  const queues = useNames('queues');
  const { draft } = form;
  return (
    <Section
      title={`User ${name}`}
      actions={
        <Button
          variant="default"
          onClick={() => void remove('users', name).then((isGone) => isGone && navigate(paths.builderUsers))}
        >
          Delete
        </Button>
      }
    >
      <form {...form.formProps} className={formClasses.sections}>
        <SwitchField
          label="Available"
          help="Who is not available gets nothing new."
          checked={draft.available}
          onChange={(available) => form.change({ available })}
        />
        {queues.length === 0 ? (
          <p className={formClasses.note}>
            There are no queues to work yet. Make one under <AppLink to={paths.builderQueues}>Queues</AppLink>.
          </p>
        ) : (
          <MultiSelect
            label="Queues"
            description="Which queues they work: they can take what waits there."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={[...new Set([...queues, ...draft.queues])]}
            value={[...draft.queues]}
            searchable
            nothingFoundMessage="No queue is called like this."
            error={form.errorOf('queues')}
            onChange={(chosen) => form.change({ queues: chosen })}
          />
        )}
        <SaveBar form={form} inCard />
      </form>
    </Section>
  );
}
