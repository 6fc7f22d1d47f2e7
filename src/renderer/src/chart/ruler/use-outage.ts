/** The outage that is tried out: as typed, and as the last text that was right means it. */
import { useState } from 'react';
import { DURATION_EXPECTED, formatDuration } from '../../../../shared/duration.ts';
import type { Outage } from '../../../../views/verdict/outage.ts';
import { parseTyped } from '../../form/typed-duration.ts';

export type OutageField = 'fromMs' | 'lengthMs';

export interface OutageInput {
  readonly outage: Outage;
  readonly text: Readonly<Record<OutageField, string>>;
  /** What is wrong with a field that was left. */
  readonly errors: Readonly<Partial<Record<OutageField, string>>>;
  readonly type: (field: OutageField, text: string) => void;
  readonly leave: (field: OutageField) => void;
  readonly choose: (outage: Outage) => void;
}

const textOf = ({ fromMs, lengthMs }: Outage) => ({
  fromMs: formatDuration(fromMs),
  lengthMs: formatDuration(lengthMs),
});

interface Chosen {
  readonly outage: Outage;
  readonly text: Readonly<Record<OutageField, string>>;
}

/** Follows `initial` until one chooses. */
export function useOutage(initial: Outage): OutageInput {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [left, setLeft] = useState<ReadonlySet<OutageField>>(new Set());
  const { outage, text } = chosen ?? { outage: initial, text: textOf(initial) };
  const errors: Partial<Record<OutageField, string>> = {};
  for (const field of left) {
    if (parseTyped(text[field]) === null) errors[field] = `Expected ${DURATION_EXPECTED}.`;
  }
  return {
    outage,
    text,
    errors,
    type: (field, typed) => {
      const ms = parseTyped(typed);
      setChosen({ outage: ms === null ? outage : { ...outage, [field]: ms }, text: { ...text, [field]: typed } });
    },
    leave: (field) => setLeft((before) => new Set(before).add(field)),
    choose: (next) => setChosen({ outage: next, text: textOf(next) }),
  };
}
