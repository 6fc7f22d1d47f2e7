/** The form of an Action type (S3), the list of its intervals and its verdict following it as one types. */
import { Button } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { ActionType, Settings } from '../../../../../shared/definitions.ts';
import { Intervals } from '../../../components/intervals.tsx';
import { Section } from '../../../components/section.tsx';
import { CloneDialog } from '../../../definition-list/clone-dialog.tsx';
import { remove } from '../../../definition-list/definition-verbs.ts';
import { DefinitionBar } from '../../../form/definition-bar.tsx';
import formClasses from '../../../form/form.module.css';
import { useDefinitionForm } from '../../../form/use-definition-form.ts';
import { OddsSection } from '../../../odds/odds-section.tsx';
import { navigate, paths } from '../../../stores/address.ts';
import { useWorkspace } from '../../../stores/workspace.ts';
import classes from '../builder.module.css';
import { FormHead } from '../shared/form-head.tsx';
import { Verdict } from '../verdict.tsx';
import { actionTypeDraftOf, actionTypeText, checkActionType, essenceOf } from './action-type-draft.ts';
import { AllocationFields } from './fields/allocation-fields.tsx';
import { BasicFields } from './fields/basic-fields.tsx';
import { RetryPatternFields } from './fields/retry-pattern-fields.tsx';
import { TimeFields } from './fields/time-fields.tsx';

interface ActionTypeFormProps {
  readonly name: string;
  readonly actionType: ActionType;
  readonly settings: Settings;
}

export function ActionTypeForm({ name, actionType, settings }: ActionTypeFormProps) {
  const [isCloning, setCloning] = useState(false);
  const saved = useMemo(() => actionTypeDraftOf(actionType, settings), [actionType, settings]);
  const check = useCallback((draft: typeof saved) => checkActionType(name, draft, settings), [name, settings]);
  const title = actionType.title ?? name;
  const form = useDefinitionForm({
    saved,
    check,
    essence: essenceOf,
    done: (draft) => `The Action type “${draft.title.trim() || name}” is saved.`,
  });
  const drafted = form.checked;
  const isApi = form.draft.kind === 'api';
  const apiName = form.draft.externalApi;
  const api = useWorkspace(({ world }) => world?.externalApis.get(apiName));

  return (
    <section aria-label={`Action type ${name}`} className={formClasses.whole}>
      <FormHead
        listPath={paths.builderActionTypes}
        listLabel="All Action types"
        title={title}
        name={name}
        verbs={
          <>
            {isApi && (
              <Button variant="default" onClick={() => navigate(paths.builderCompareOf(name))}>
                Compare
              </Button>
            )}
            <Button variant="default" onClick={() => setCloning(true)}>
              Clone
            </Button>
            <Button
              variant="default"
              onClick={() =>
                void remove('actionTypes', name).then((isGone) => isGone && navigate(paths.builderActionTypes))
              }
            >
              Delete
            </Button>
          </>
        }
      />
      <form {...form.formProps}>
        <div className={isApi ? classes.columns : formClasses.sections}>
          <div className={formClasses.sections}>
            <Section title="What it does">
              <BasicFields form={form} />
            </Section>
            <Section title="Allocation" aside="who gets it when it needs a person">
              <AllocationFields form={form} />
            </Section>
            <Section title={isApi ? 'Response and due date' : 'Due date'}>
              <TimeFields form={form} />
            </Section>
            {isApi && (
              <Section title="Retries">
                <RetryPatternFields form={form} settings={settings} />
              </Section>
            )}
          </div>
          {isApi && (
            <div className={classes.beside}>
              <OddsSection
                actionTypeName={name}
                actionType={drafted.actionType}
                api={api === undefined ? null : { name: apiName, ...api }}
                drafted={form.isDirty && drafted.actionType !== null ? { actionType: drafted.actionType } : {}}
              />
              <Verdict
                actionType={drafted.actionType ?? actionType}
                settings={settings}
                pattern={drafted.actionType === null ? null : drafted.pattern}
              />
              <div className={formClasses.follows}>
                <Intervals pattern={drafted.pattern} />
              </div>
            </div>
          )}
        </div>
        <DefinitionBar form={form} />
      </form>
      {isCloning && (
        <CloneDialog
          section="actionTypes"
          name={name}
          textOf={(wanted) => actionTypeText(wanted, actionType)}
          pathOf={paths.builderActionType}
          onClose={() => setCloning(false)}
        />
      )}
    </section>
  );
}
