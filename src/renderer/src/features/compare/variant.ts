/** One side of a comparison as its form holds it, and what it amounts to: an Action type that nobody has saved. */
import { z } from 'zod';
import { retryPatternFor } from '../../../../engine/connection/retry.ts';
import { changedActionType } from '../../../../engine/definitions/settings.ts';
import {
  type ActionType,
  type ActionTypeChange,
  type ActionTypeChangeText,
  actionTypeChange,
  type Settings,
} from '../../../../shared/definitions.ts';
import { formatDuration, parseDuration } from '../../../../shared/duration.ts';

const PATTERN_FIELDS = ['max', 'first', 'factor', 'cap'] as const;
const VARIANT_FIELDS = [...PATTERN_FIELDS, 'responseWithin', 'due'] as const;
export type VariantField = (typeof VARIANT_FIELDS)[number];

/** Stands for the system-wide retry pattern where an Action type could; no Action type's name has a slash. */
export const SYSTEM_WIDE = '/system-wide';

export interface Variant {
  /** The Action type it starts from, or `SYSTEM_WIDE`. */
  readonly origin: string;
  readonly text: Readonly<Record<VariantField, string>>;
  readonly autoComplete: boolean;
}

/** What follows the system-wide pattern and has no limit of its own. */
const PLAIN: ActionType = { externalApi: '', responseExpected: true, autoCompleteOnTimeout: false };

export const originType = (origin: string, actionTypes: ReadonlyMap<string, ActionType>): ActionType =>
  actionTypes.get(origin) ?? PLAIN;

const durationText = (value: number | undefined) => (value === undefined ? '' : formatDuration(value));

export function variantOf(origin: string, base: ActionType, settings: Settings): Variant {
  const { max, first, factor, cap } = retryPatternFor(settings, base);
  return {
    origin,
    text: {
      max: String(max),
      first: formatDuration(first),
      factor: String(factor),
      cap: formatDuration(cap),
      responseWithin: durationText(base.responseWithin),
      due: durationText(base.due),
    },
    autoComplete: base.autoCompleteOnTimeout,
  };
}

const NUMBERS: ReadonlySet<VariantField> = new Set(['max', 'factor']);

/** What a text means, so that `90s` is `1m30s`; a text that means nothing is itself. */
function meaning(field: VariantField, text: string): string | number {
  const trimmed = text.trim();
  if (trimmed === '') return trimmed;
  if (!NUMBERS.has(field)) return parseDuration(trimmed) ?? trimmed;
  return Number.isNaN(Number(trimmed)) ? trimmed : Number(trimmed);
}

const isSame = (one: Variant, other: Variant, fields: readonly VariantField[]) =>
  fields.every((field) => meaning(field, one.text[field]) === meaning(field, other.text[field]));

/** Whether both come to the same, however it is typed. */
export const isSameVariant = (one: Variant, other: Variant) =>
  one.autoComplete === other.autoComplete && isSame(one, other, VARIANT_FIELDS);

export interface CheckedVariant {
  /** Sentences by field; empty where all is well. */
  readonly errors: Readonly<Partial<Record<VariantField, string>>>;
  /** What it amounts to; `null` while something is wrong. */
  readonly actionType: ActionType | null;
}

/** An empty field is no number, not 0. */
const toNumber = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
const orBlank = (text: string) => (text.trim() === '' ? null : text.trim());

/** Checks by the schema that the simulator checks a save by. `base` is the Action type it starts from. */
export function checkVariant(variant: Variant, base: ActionType, settings: Settings): CheckedVariant {
  const { text, autoComplete } = variant;
  const parsed = actionTypeChange.safeParse({
    retry: {
      max: toNumber(text.max),
      first: text.first.trim(),
      factor: toNumber(text.factor),
      cap: text.cap.trim(),
    },
    responseWithin: orBlank(text.responseWithin),
    due: orBlank(text.due),
    autoCompleteOnTimeout: autoComplete,
  });
  const errors: Partial<Record<VariantField, string>> = {};
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = VARIANT_FIELDS.find((each) => each === path.at(-1));
    if (field !== undefined) errors[field] ??= `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  }
  if (!parsed.success) return { errors, actionType: null };
  // Whatever is not typed here, such as the jitter, stays as it is there.
  const changed = changedActionType({ ...base, retry: retryPatternFor(settings, base) }, parsed.data);
  const isFollowing =
    base.retry === undefined && isSame(variant, variantOf(variant.origin, base, settings), PATTERN_FIELDS);
  return { errors, actionType: isFollowing ? { ...changed, retry: undefined } : changed };
}

/** What a save must change so that `target` gets these settings; `null` where it has them already. */
export function changeTo(target: ActionType, wanted: ActionType): ActionTypeChange | null {
  const change: ActionTypeChange = {};
  const { responseWithin, due, autoCompleteOnTimeout } = wanted;
  if (JSON.stringify(inOrder(wanted)) !== JSON.stringify(inOrder(target))) change.retry = wanted.retry ?? null;
  if (responseWithin !== target.responseWithin) change.responseWithin = responseWithin ?? null;
  if (due !== target.due) change.due = due ?? null;
  if (autoCompleteOnTimeout !== target.autoCompleteOnTimeout) change.autoCompleteOnTimeout = autoCompleteOnTimeout;
  return Object.keys(change).length === 0 ? null : change;
}

const inOrder = ({ retry }: ActionType) =>
  retry === undefined ? null : [retry.max, retry.first, retry.factor, retry.cap, retry.jitter];

/** The change as it crosses the wire: durations as text. */
export const changeText = (change: ActionTypeChange): ActionTypeChangeText => z.encode(actionTypeChange, change);
