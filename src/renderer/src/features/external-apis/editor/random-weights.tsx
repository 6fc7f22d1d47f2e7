/** Weights, shown as shares: of the ways to fail, and of the reasons of unsuccessful responses. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { outcomeAsChoice } from '../../../../../views/words/call-words.ts';
import { share } from '../../../../../views/words/figures.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose, IconPlus } from '../../../components/icons.tsx';
import formClasses from '../../../form/form.module.css';
import type { FieldProps } from '../../../form/use-fields.ts';
import { FAILING_KINDS } from '../draft/call-draft.ts';
import { type FailWeightDraft, newFailWeight, newReason, type ReasonDraft, sharesOf } from '../draft/random-draft.ts';
import { weightEffect } from '../draft/without-effect.ts';
import { NoEffect } from './no-effect.tsx';
import randomClasses from './random.module.css';
import type { ApiForm } from './use-api-form.ts';

const CHOICES = FAILING_KINDS.map((value) => ({ value, label: outcomeAsChoice(value) }));

const FAIL = 'random.fail';
const REASONS = 'random.reasons';

interface RowsProps<Row> {
  readonly form: ApiForm;
  readonly rows: readonly Row[];
  /** Why none of them has an effect. */
  readonly noEffect: string | null;
}

export function FailWeights({ form, rows: fail, noEffect }: RowsProps<FailWeightDraft>) {
  const shares = sharesOf(fail);
  return (
    <Weights
      label="Ways to fail"
      // Of the list as a whole: there is no field of it to leave.
      problem={form.problems[FAIL]}
      addLabel="Add failure"
      noEffect={noEffect}
      onAdd={() => form.insert(FAIL, newFailWeight())}
    >
      {fail.map(({ id, kind }, index) => {
        const status = form.field(`${FAIL}.${index}.status`);
        return (
          <WeightRow
            key={id}
            name={`Failure ${index + 1}`}
            part={shares[index] ?? null}
            weight={form.field(`${FAIL}.${index}.weight`)}
            onRemove={() => form.remove(FAIL, index)}
          >
            <span className={randomClasses.failure}>
              <NativeSelect
                aria-label="How"
                size="xs"
                data={CHOICES}
                {...form.field(`${FAIL}.${index}.kind`)}
                error={kind === 'status' ? undefined : status.error}
                onBlur={status.onBlur}
              />
              {kind === 'status' && <TextInput aria-label="Status" size="xs" inputMode="numeric" {...status} />}
            </span>
          </WeightRow>
        );
      })}
    </Weights>
  );
}

export function ReasonWeights({ form, rows: reasons, noEffect }: RowsProps<ReasonDraft>) {
  const shares = sharesOf(reasons);
  return (
    <Weights
      label="Reasons of the other responses"
      addLabel="Add reason"
      noEffect={reasons.length > 0 ? noEffect : null}
      empty="No reasons: an unsuccessful response gives none."
      onAdd={() => form.insert(REASONS, newReason())}
    >
      {reasons.map(({ id }, index) => (
        <WeightRow
          key={id}
          name={`Reason ${index + 1}`}
          part={shares[index] ?? null}
          weight={form.field(`${REASONS}.${index}.weight`)}
          onRemove={() => form.remove(REASONS, index)}
        >
          <TextInput aria-label="Reason" size="xs" {...form.field(`${REASONS}.${index}.reason`)} />
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
  readonly noEffect: string | null;
  readonly empty?: string | undefined;
  readonly children: readonly ReactNode[];
}

function Weights({ label, addLabel, onAdd, problem, noEffect, empty, children }: WeightsProps) {
  return (
    <div className={randomClasses.weights}>
      <div className={randomClasses.weightHead} aria-hidden="true">
        <span>{label}</span>
        {children.length > 0 && (
          <>
            <span>Weight</span>
            <span>Share</span>
          </>
        )}
      </div>
      <NoEffect why={noEffect} />
      {children.length === 0 && empty !== undefined && <p className={formClasses.note}>{empty}</p>}
      <ul className={randomClasses.weightRows} aria-label={label}>
        {children}
      </ul>
      {problem !== undefined && (
        <p className={formClasses.problem} role="alert">
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

interface WeightRowProps {
  readonly name: string;
  readonly part: number | null;
  readonly weight: FieldProps;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

function WeightRow({ name, part, weight, onRemove, children }: WeightRowProps) {
  const noEffect = weightEffect({ weight: String(weight.value) });
  return (
    <li className={randomClasses.weightRow} aria-label={name} data-no-effect={noEffect !== null || undefined}>
      {children}
      <TextInput
        aria-label="Weight"
        size="xs"
        inputMode="decimal"
        styles={{ input: { textAlign: 'right' } }}
        {...weight}
      />
      <span className={randomClasses.share} style={{ backgroundSize: `${(part ?? 0) * 100}% 100%` }}>
        {part === null ? '–' : share(part)}
      </span>
      <IconButton name={`Remove ${name.toLowerCase()}`} icon={IconClose} onClick={onRemove} />
      <NoEffect why={noEffect} />
    </li>
  );
}
