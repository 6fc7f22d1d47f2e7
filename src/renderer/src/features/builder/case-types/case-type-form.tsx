/** The form of a Case type: its process, the owner of its Cases, the custom data that they start with. */

import { Button } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { counted } from '../../../../../shared/counted.ts';
import { type CaseType, caseType as caseTypeSchema } from '../../../../../shared/definitions.ts';
import { Section } from '../../../components/section.tsx';
import { CloneDialog } from '../../../definition-list/clone-dialog.tsx';
import { remove } from '../../../definition-list/definition-verbs.ts';
import { useNames } from '../../../definition-list/use-names.ts';
import { ChoiceField } from '../../../form/choice-field.tsx';
import { DefinitionBar } from '../../../form/definition-bar.tsx';
import formClasses from '../../../form/form.module.css';
import { useDefinitionForm } from '../../../form/use-definition-form.ts';
import { navigate, paths } from '../../../stores/address.ts';
import { FormHead } from '../shared/form-head.tsx';
import { type CaseTypeDraft, caseTypeDraftOf, caseTypeText, checkCaseType } from './case-type-draft.ts';
import classes from './case-types.module.css';
import { DataRows } from './data-rows.tsx';
import { launchOne } from './launch-one.ts';
import { ProcessEditor } from './process-editor.tsx';

export function CaseTypeForm({ name, caseType }: { readonly name: string; readonly caseType: CaseType }) {
  const [isCloning, setCloning] = useState(false);
  const saved = useMemo(() => caseTypeDraftOf(caseType), [caseType]);
  const check = useCallback((draft: CaseTypeDraft) => checkCaseType(name, draft), [name]);
  const form = useDefinitionForm({ saved, check, done: () => `The Case type “${name}” is saved.` });
  const users = useNames('users');
  const { draft, change } = form;
  return (
    <section aria-label={`Case type ${name}`} className={formClasses.whole}>
      <FormHead
        listPath={paths.builderCaseTypes}
        listLabel="All Case types"
        title={name}
        name={name}
        verbs={
          <>
            <Button variant="default" onClick={() => setCloning(true)}>
              Clone
            </Button>
            <Button
              variant="default"
              onClick={() =>
                void remove('caseTypes', name).then((isGone) => isGone && navigate(paths.builderCaseTypes))
              }
            >
              Delete
            </Button>
          </>
        }
      />
      <form {...form.formProps} className={formClasses.sections}>
        <Section title="Process" aside={draft.steps.length === 0 ? undefined : counted(draft.steps.length, 'step')}>
          <ProcessEditor steps={draft.steps} onChange={(steps) => change({ steps })} />
        </Section>
        <div className={classes.columns}>
          <Section title="Case owner">
            <ChoiceField
              schema={caseTypeSchema.shape.owner}
              options={users}
              help={
                users.length === 0
                  ? 'There are no users yet: make one under Users.'
                  : 'Is told when a Case needs attention. Without an owner, no Case can be launched.'
              }
              {...form.field('owner')}
            />
          </Section>
          <Section title="Custom data" aside="what its Cases start with">
            <DataRows form={form} />
          </Section>
        </div>
        <DefinitionBar form={form} whenSaved={<LaunchButton name={name} caseType={caseType} />} />
      </form>
      {isCloning && (
        <CloneDialog
          section="caseTypes"
          name={name}
          textOf={(wanted) => caseTypeText(wanted, caseType)}
          pathOf={paths.builderCaseType}
          onClose={() => setCloning(false)}
        />
      )}
    </section>
  );
}

/** Only what is saved can be launched; where it cannot, it says why. */
function LaunchButton({ name, caseType }: { readonly name: string; readonly caseType: CaseType }) {
  if (caseType.owner === undefined) {
    return <span className={formClasses.note}>Choose an owner and save; then you can launch a Case of this type.</span>;
  }
  return (
    <Button variant="default" size="sm" onClick={() => void launchOne(name)}>
      Launch a Case of this type
    </Button>
  );
}
