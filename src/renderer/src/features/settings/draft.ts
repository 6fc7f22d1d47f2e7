/** The settings as a form holds them: text by field, until it is saved. */
import type { Settings, SettingsChange } from '../../../../shared/definitions.ts';
import { settingsChange } from '../../../../shared/definitions.ts';
import { formatDuration } from '../../../../shared/duration.ts';
import type { CommandText } from '../../../../shared/inputs.ts';
import { sentence } from '../../components/sentence.ts';

export const FIELDS = ['max', 'first', 'factor', 'cap', 'jitter', 'responseClock', 'callTimeout'] as const;
export type Field = (typeof FIELDS)[number];
export type Draft = Readonly<Record<Field, string>>;

/** A share is typed in percent; this keeps 0.07 from becoming 7.000000000000001. */
const toPercent = (share: number) => String(Number((share * 100).toFixed(6)));
const fromPercent = (text: string) => Number((toNumber(text) / 100).toFixed(8));

/** An empty field is no number, not 0. */
const toNumber = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

export function draftOf({ retry, responseClock, callTimeout }: Settings): Draft {
  return {
    max: String(retry.max),
    first: formatDuration(retry.first),
    factor: String(retry.factor),
    cap: formatDuration(retry.cap),
    jitter: toPercent(retry.jitter),
    responseClock,
    callTimeout: formatDuration(callTimeout),
  };
}

type ChangeText = Extract<CommandText, { type: 'saveSettings' }>['change'];

/** What differs between two drafts, as it crosses the wire. A field that was not touched is not saved again. */
function changeText(draft: Draft, before: Draft): ChangeText {
  const touched = (field: Field) => draft[field].trim() !== before[field];
  const retry = {
    ...(touched('max') && { max: toNumber(draft.max) }),
    ...(touched('first') && { first: draft.first.trim() }),
    ...(touched('factor') && { factor: toNumber(draft.factor) }),
    ...(touched('cap') && { cap: draft.cap.trim() }),
    ...(touched('jitter') && { jitter: fromPercent(draft.jitter) }),
  };
  return {
    ...(Object.keys(retry).length > 0 && { retry }),
    ...(touched('responseClock') && { responseClock: draft.responseClock as Settings['responseClock'] }),
    ...(touched('callTimeout') && { callTimeout: draft.callTimeout.trim() }),
  };
}

export interface CheckedDraft {
  readonly isDirty: boolean;
  /** Sentences by field; empty where all is well. */
  readonly errors: Readonly<Partial<Record<Field, string>>>;
  /** For the wire; and the same decoded, absent where something is wrong. */
  readonly text: ChangeText;
  readonly change: SettingsChange | undefined;
}

/** Checks a draft by the schema that the simulator checks it by. */
export function checkDraft(draft: Draft, before: Draft): CheckedDraft {
  const text = changeText(draft, before);
  const parsed = settingsChange.safeParse(text);
  const errors: Partial<Record<Field, string>> = {};
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = FIELDS.find((each) => each === path.at(-1));
    if (field !== undefined)
      errors[field] ??= sentence(field === 'jitter' ? 'expected a percentage from 0 to 100' : message);
  }
  return { isDirty: Object.keys(text).length > 0, errors, text, change: parsed.data };
}
