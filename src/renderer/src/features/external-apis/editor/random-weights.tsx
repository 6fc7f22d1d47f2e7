/** Weights, shown as the shares they come to: of the ways to fail, and of the reasons of unsuccessful answers. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { outcomeAsChoice } from '../../../../../views/words/call-words.ts';
import { share } from '../../../../../views/words/figures.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose, IconPlus } from '../../../components/icons.tsx';
import { FAILING_KINDS, type FailingKind } from '../draft/call-draft.ts';
import { place } from '../draft/parts.ts';
import { type FailWeightDraft, newFailWeight, newReason, type ReasonDraft, sharesOf } from '../draft/random-draft.ts';
import { replaced, without } from '../draft/rows.ts';
import classes from './editor.module.css';
import type { ApiForm } from './use-api-form.ts';

const CHOICES = FAILING_KINDS.map((value) => ({ value, label: outcomeAsChoice(value) }));

interface FailWeightsProps {
  readonly form: ApiForm;
  readonly onChange: (rows: readonly FailWeightDraft[]) => void;
}

export function FailWeights({ form, onChange }: FailWeightsProps) {
  const { id, fail } = form.draft.random;
  const shares = sharesOf(fail);
  // Of the list as a whole: there is no field of it to leave.
  const problem = form.problems[place(id, 'fail')];
  return (
    <Weights
      label="Ways to fail"
      problem={problem}
      addLabel="Add failure"
      onAdd={() => onChange([...fail, newFailWeight()])}
    >
      {fail.map((row, index) => (
        <WeightRow
          key={row.id}
          row={row}
          name={`Failure ${index + 1}`}
          part={shares[index] ?? null}
          form={form}
          onChange={(next) => onChange(replaced(fail, next))}
          onRemove={() => onChange(without(fail, row))}
        >
          <span className={classes.failure}>
            <NativeSelect
              aria-label="How"
              size="xs"
              data={CHOICES}
              value={row.kind}
              error={row.kind === 'status' ? undefined : form.field(row.id, 'status').error}
              onBlur={form.field(row.id, 'status').onBlur}
              onChange={(event) => onChange(replaced(fail, { ...row, kind: event.currentTarget.value as FailingKind }))}
            />
            {row.kind === 'status' && (
              <TextInput
                aria-label="Status"
                size="xs"
                inputMode="numeric"
                value={row.status}
                {...form.field(row.id, 'status')}
                onChange={(event) => onChange(replaced(fail, { ...row, status: event.currentTarget.value }))}
              />
            )}
          </span>
        </WeightRow>
      ))}
    </Weights>
  );
}

interface ReasonWeightsProps {
  readonly form: ApiForm;
  readonly onChange: (rows: readonly ReasonDraft[]) => void;
}

export function ReasonWeights({ form, onChange }: ReasonWeightsProps) {
  const { reasons } = form.draft.random;
  const shares = sharesOf(reasons);
  return (
    <Weights
      label="Reasons of the other answers"
      addLabel="Add reason"
      empty="No reasons: an unsuccessful answer gives none."
      onAdd={() => onChange([...reasons, newReason()])}
    >
      {reasons.map((row, index) => (
        <WeightRow
          key={row.id}
          row={row}
          name={`Reason ${index + 1}`}
          part={shares[index] ?? null}
          form={form}
          onChange={(next) => onChange(replaced(reasons, next))}
          onRemove={() => onChange(without(reasons, row))}
        >
          <TextInput
            aria-label="Reason"
            size="xs"
            value={row.reason}
            {...form.field(row.id, 'reason')}
            onChange={(event) => onChange(replaced(reasons, { ...row, reason: event.currentTarget.value }))}
          />
        </WeightRow>
      ))}
    </Weights>
  );
}

interface WeightsProps {
  readonly label: string;
  readonly addLabel: string;
  readonly onAdd: () => void;
  readonly problem?: string | undefined;
  readonly empty?: string | undefined;
  readonly children: readonly ReactNode[];
}

function Weights({ label, addLabel, onAdd, problem, empty, children }: WeightsProps) {
  return (
    <div className={classes.weights}>
      <div className={classes.weightHead} aria-hidden="true">
        <span>{label}</span>
        {children.length > 0 && (
          <>
            <span>Weight</span>
            <span>Share</span>
          </>
        )}
      </div>
      {children.length === 0 && empty !== undefined && <p className={classes.note}>{empty}</p>}
      <ul className={classes.weightRows} aria-label={label}>
        {children}
      </ul>
      {problem !== undefined && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <div>
        <Button variant="default" leftSection={<IconPlus size={13} />} onClick={onAdd}>
          {addLabel}
        </Button>
      </div>
    </div>
  );
}

interface WeightRowProps<Row> {
  readonly row: Row;
  readonly name: string;
  readonly part: number | null;
  readonly form: ApiForm;
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

function WeightRow<Row extends { readonly id: string; readonly weight: string }>(props: WeightRowProps<Row>) {
  const { row, name, part, form, onChange, onRemove, children } = props;
  return (
    <li className={classes.weightRow} aria-label={name}>
      {children}
      <TextInput
        aria-label="Weight"
        size="xs"
        inputMode="decimal"
        styles={{ input: { textAlign: 'right' } }}
        value={row.weight}
        {...form.field(row.id, 'weight')}
        onChange={(event) => onChange({ ...row, weight: event.currentTarget.value })}
      />
      <span className={classes.share} style={{ backgroundSize: `${(part ?? 0) * 100}% 100%` }}>
        {part === null ? '–' : share(part)}
      </span>
      <IconButton name={`Remove ${name.toLowerCase()}`} icon={IconClose} onClick={onRemove} />
    </li>
  );
}
