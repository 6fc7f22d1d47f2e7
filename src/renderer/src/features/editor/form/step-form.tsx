/** The form of one step, made from its schema: what is typed here shows in the text, and what is typed there shows here. */
import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import type { z } from 'zod';
import { stepSchemas } from '../../../../../shared/scenario.ts';
import type { Names } from '../../../../../views/names-in.ts';
import type { FileProblem } from '../../../client/open-scenario.ts';
import type { Path } from '../source/write.ts';
import { type EditedStep, problemsOfStep } from './edited-step.ts';
import { Part } from './fields.tsx';
import classes from './form.module.css';
import { controlFor } from './shape.ts';
import { kindName, verbOf } from './step-kinds.ts';
import { ValueField } from './value-field.tsx';

interface StepFormProps {
  readonly value: unknown;
  /** Its place among the steps, from 0. */
  readonly index: number;
  readonly isShared: boolean;
  readonly names: Names;
  readonly problems: readonly FileProblem[];
  readonly onChange: (path: Path, value: unknown) => void;
}

export function StepForm({ value, index, isShared, names, problems, onChange }: StepFormProps) {
  const found = useMemo(() => problemsOfStep(problems, index), [problems, index]);
  const verb = verbOf(value);
  if (isShared) {
    return (
      <p className={classes.note}>This step shares a part with another place of the text. Change it in the text.</p>
    );
  }
  if (verb === null) {
    return <p className={classes.note}>No kind of step begins like this. Change it in the text, or delete it.</p>;
  }
  const step: EditedStep = { names, change: onChange, problemAt: (path) => found.get(path.join('.')) };
  const { [verb]: bodySchema, refused } = stepSchemas[verb].shape as Readonly<Record<string, z.ZodType | undefined>>;
  const body = (value as Readonly<Record<string, unknown>>)[verb];
  const control = bodySchema && controlFor(bodySchema);
  if (!control) return null;
  const isPart = control.kind === 'group' || control.kind === 'alternatives';
  const label = kindName(verb);
  const whole = found.get('') ?? (isPart ? found.get(verb) : undefined);
  return (
    <fieldset className={classes.form} aria-label={`${label}, step ${index + 1}`}>
      {whole !== undefined && <p className={classes.problem}>{whole}</p>}
      {isPart ? (
        <Part control={control} value={body} path={[verb]} label={WHAT[verb] ?? label} step={step} />
      ) : (
        <ValueField
          control={control}
          label={label}
          help=""
          name={verb}
          value={body}
          error={step.problemAt([verb])}
          names={names}
          onChange={(next) => onChange([verb], next)}
        />
      )}
      {refused !== undefined && <Refused value={value as object} onChange={(next) => onChange(['refused'], next)} />}
    </fieldset>
  );
}

/** What is asked where a step has alternatives. */
const WHAT: Readonly<Record<string, string>> = {
  launch: 'What is launched',
  advance: 'How far',
  set: 'What changes',
  respond: 'What arrives',
  resolve: 'How it ends',
  show: 'What is shown',
  expect: 'What it is about',
};

const DEMANDS = [
  { value: '', label: 'Either will do' },
  { value: 'true', label: 'They must refuse it' },
  { value: 'false', label: 'They must not refuse it' },
];

function Refused({ value, onChange }: { readonly value: object; readonly onChange: (refused: unknown) => void }) {
  const { refused } = value as { refused?: unknown };
  return (
    <NativeSelect
      label="If the rules refuse it"
      data={DEMANDS}
      value={refused === undefined ? '' : String(refused)}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.value === '' ? undefined : currentTarget.value === 'true')
      }
    />
  );
}
