/** The form of one user: whether they are available, and which queues they work. */
import { Button, MultiSelect } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import { type User, user as userSchema } from '../../../../../shared/definitions.ts';
import { fieldOf, labelOf } from '../../../../../shared/field.ts';
import { AppLink } from '../../../components/app-link.tsx';
import { Section } from '../../../components/section.tsx';
import { remove } from '../../../definition-list/definition-verbs.ts';
import { RenameButton } from '../../../definition-list/rename-button.tsx';
import { useNames } from '../../../definition-list/use-names.ts';
import type { CheckedDefinition } from '../../../form/checked-definition.ts';
import { DefinitionBar } from '../../../form/definition-bar.tsx';
import formClasses from '../../../form/form.module.css';
import { decoded } from '../../../form/problems.ts';
import { SchemaField } from '../../../form/schema-field.tsx';
import { textOf } from '../../../form/text.ts';
import { useDefinitionForm } from '../../../form/use-definition-form.ts';
import { navigate, paths } from '../../../stores/address.ts';

const schema = textOf(userSchema);
const { available, queues: queuesSchema } = userSchema.shape;

export function UserForm({ name, user }: { readonly name: string; readonly user: User }) {
  const saved = useMemo(() => z.encode(schema, user), [user]);
  const check = useCallback(
    (draft: typeof saved): CheckedDefinition => {
      const { value, problems } = decoded(schema, draft);
      return { problems, definition: value === null ? null : { section: 'users', name, value } };
    },
    [name],
  );
  const form = useDefinitionForm({ saved, check, done: () => `The user “${name}” is saved.` });
  const queues = useNames('queues');
  return (
    <Section
      title={`User ${name}`}
      actions={
        <>
          <RenameButton
            section="users"
            name={name}
            hindrance={form.isDirty ? 'Save or discard the changes below first.' : undefined}
            onRenamed={(to) => navigate(paths.builderUser(to), { replace: true })}
          />
          <Button
            variant="default"
            onClick={() => void remove('users', name).then((isGone) => isGone && navigate(paths.builderUsers))}
          >
            Delete
          </Button>
        </>
      }
    >
      <form {...form.formProps} className={formClasses.sections}>
        <SchemaField schema={available} path="available" form={form} />
        {queues.length === 0 ? (
          <p className={formClasses.note}>
            There are no queues to work yet. Make one under <AppLink to={paths.builderQueues}>Queues</AppLink>.
          </p>
        ) : (
          <MultiSelect
            label={labelOf(queuesSchema)}
            description={fieldOf(queuesSchema).help}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={[...new Set([...queues, ...form.draft.queues])]}
            searchable
            nothingFoundMessage="No matching queues."
            {...form.field('queues')}
          />
        )}
        <DefinitionBar form={form} inCard />
      </form>
    </Section>
  );
}
