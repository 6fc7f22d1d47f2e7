/** The steps of the text as sentences, in order: added, moved, copied, deleted, and each changed in its form. */
import { Button } from '@mantine/core';
import { memo, useMemo } from 'react';
import { counted } from '../../../../../shared/counted.ts';
import type { PlayedStep } from '../../../../../shared/played.ts';
import type { StepVerb } from '../../../../../shared/scenario.ts';
import { namesIn } from '../../../../../views/names-in.ts';
import type { FileProblem } from '../../../client/open-scenario.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { IconClose, IconDuplicate } from '../../../components/icons.tsx';
import { OrderedRows } from '../../../components/ordered-rows.tsx';
import { Section } from '../../../components/section.tsx';
import { NamesLists } from '../form/names-lists.tsx';
import { StepForm } from '../form/step-form.tsx';
import { newStep } from '../form/step-kinds.ts';
import { addStep, changeStep, duplicateStep, moveStep, removeStep } from '../source/edits.ts';
import type { EditedSteps } from '../use-steps.ts';
import { AddStep } from './add-step.tsx';
import { StepRow } from './step-row.tsx';
import classes from './steps.module.css';

interface StepsPaneProps {
  readonly steps: EditedSteps;
  readonly problems: readonly FileProblem[];
  /** What came of the steps; empty where they were not played as they are now. */
  readonly played: readonly PlayedStep[];
  /** The id of the step that is open. */
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  /** Opens the step at a place, once the text has it. */
  readonly onOpenAt: (index: number) => void;
}

/** Drawn again only where something of it changed: not at every key in the text. */
export const StepsPane = memo(function StepsPane(props: StepsPaneProps) {
  const { steps, problems, played, openId, onOpen, onOpenAt } = props;
  const { source, isReadable, ids, edit, refusal } = steps;
  const names = useMemo(() => namesIn(source.content), [source]);
  const indexOf = (id: string) => ids.findIndex((step) => step.id === id);
  const wrong = useMemo(() => stepsWithProblems(problems), [problems]);
  const add = (index: number, verb: StepVerb) => {
    if (edit((now) => addStep(now, index, newStep(verb, names)))) onOpenAt(index);
  };
  return (
    <Section
      title="Steps"
      aside={counted(source.steps.length, 'step')}
      actions={<AddStep label="Add step" disabled={!isReadable} onAdd={(verb) => add(source.steps.length, verb)} />}
      flush
    >
      <NamesLists names={names} />
      {!isReadable && (
        <p className={classes.notice} role="status">
          The text cannot be read as it is. These are its steps as they were before; they can be changed here again once
          the text is right.
        </p>
      )}
      {refusal !== null && (
        <p className={classes.refusal} role="alert">
          {refusal}
        </p>
      )}
      {source.steps.length === 0 && <EmptyState sentence="No steps yet. Add step offers every kind there is." />}
      <div className={classes.list} data-stale={!isReadable || undefined}>
        <OrderedRows
          label="Steps"
          rows={ids}
          rowName={(index) => `Step ${index + 1}`}
          onMove={({ id }, to) => edit((now) => moveStep(now, indexOf(id), to))}
        >
          {({ id, text }, index, { grip, arrows }) => {
            const step = source.steps[index];
            const isOpen = id === openId;
            return (
              step && (
                <StepRow
                  number={index + 1}
                  value={step.value}
                  text={text}
                  hasProblem={wrong.has(index)}
                  played={played[index] ?? null}
                  isOpen={isOpen}
                  onToggle={() => onOpen(isOpen ? null : id)}
                  grip={grip}
                >
                  <div className={classes.verbs}>
                    {arrows}
                    <Button
                      size="compact-xs"
                      variant="default"
                      leftSection={<IconDuplicate size={12} />}
                      disabled={!isReadable || step.isShared}
                      onClick={() => edit((now) => duplicateStep(now, index))}
                    >
                      Duplicate
                    </Button>
                    <Button
                      size="compact-xs"
                      variant="default"
                      leftSection={<IconClose size={12} />}
                      disabled={!isReadable}
                      onClick={() => edit((now) => removeStep(now, index)) && onOpen(null)}
                    >
                      Delete
                    </Button>
                    <AddStep label="Add below" disabled={!isReadable} onAdd={(verb) => add(index + 1, verb)} />
                  </div>
                  {isReadable && (
                    <StepForm
                      key={id}
                      value={step.value}
                      index={index}
                      isShared={step.isShared}
                      names={names}
                      problems={problems}
                      onChange={(path, value) => edit((now) => changeStep(now, index, path, value))}
                    />
                  )}
                </StepRow>
              )
            );
          }}
        </OrderedRows>
      </div>
    </Section>
  );
});

/** The places of the steps that something is wrong with. */
function stepsWithProblems(problems: readonly FileProblem[]): ReadonlySet<number> {
  return new Set(problems.flatMap(({ path }) => /^steps\[(\d+)\]/.exec(path)?.[1] ?? []).map(Number));
}
