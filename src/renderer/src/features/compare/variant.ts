/** One side of a comparison as its form holds it, and what it amounts to: an Action type that nobody has saved. */
import { z } from 'zod';
import { retryPatternFor } from '../../../../engine/connection/retry.ts';
import {
  type ActionType,
  type ActionTypeChange,
  type ActionTypeChangeText,
  actionTypeChange,
  actionType as actionTypeSchema,
  retryPattern,
  type Settings,
} from '../../../../shared/definitions.ts';
import { decoded, type Problems } from '../../form/problems.ts';
import { textOf } from '../../form/text.ts';

const { jitter: _, ...pattern } = retryPattern.shape;
const { responseWithin, due, autoCompleteOnTimeout } = actionTypeSchema.shape;
/** What the verdict hangs on, and may be another on each side. */
export const VARIANT_SHAPE = { ...pattern, responseWithin, due, autoCompleteOnTimeout };
const schema = textOf(z.object(VARIANT_SHAPE));
export type VariantText = z.input<typeof schema>;

/** Stands for the system-wide retry pattern where an Action type could; no Action type's name has a slash. */
export const SYSTEM_WIDE = '/system-wide';

export interface Variant {
  /** The Action type it starts from, or `SYSTEM_WIDE`. */
  readonly origin: string;
  /** As its form holds it. */
  readonly text: VariantText;
}

/** What follows the system-wide pattern and has no limit of its own. */
const PLAIN: ActionType = { externalApi: '', responseExpected: true, autoCompleteOnTimeout: false };

export const originType = (origin: string, actionTypes: ReadonlyMap<string, ActionType>): ActionType =>
  actionTypes.get(origin) ?? PLAIN;

export const variantOf = (origin: string, base: ActionType, settings: Settings): Variant => ({
  origin,
  text: z.encode(schema, { ...base, ...retryPatternFor(settings, base) }),
});

/** What a text means, so that `90s` is `1m30s`; what means nothing is itself. */
function meaning(text: VariantText, field: string) {
  const { [field as keyof VariantText]: typed } = text;
  const { success, data } = z.safeDecode(textOf(VARIANT_SHAPE[field as keyof VariantText]) as z.ZodType, typed);
  return success ? data : typed;
}

const isSame = (one: Variant, other: Variant, fields: object) =>
  Object.keys(fields).every((field) => meaning(one.text, field) === meaning(other.text, field));

/** Whether both mean the same, however it is typed. */
export const isSameVariant = (one: Variant, other: Variant) => isSame(one, other, VARIANT_SHAPE);

export interface CheckedVariant {
  /** Sentences by field; empty where all is well. */
  readonly problems: Problems;
  /** What it amounts to; `null` while something is wrong. */
  readonly actionType: ActionType | null;
}

/** Checks by the schema that the simulator checks a save by. `base` is the Action type it starts from. */
export function checkVariant(variant: Variant, base: ActionType, settings: Settings): CheckedVariant {
  const { value, problems } = decoded(schema, variant.text);
  if (value === null) return { problems, actionType: null };
  const { responseWithin: within, due: dueAfter, autoCompleteOnTimeout: autoComplete, ...typed } = value;
  const { responseWithin: _within, due: _due, ...rest } = base;
  const actionType: ActionType = {
    ...rest,
    ...(within !== undefined && { responseWithin: within }),
    ...(dueAfter !== undefined && { due: dueAfter }),
    autoCompleteOnTimeout: autoComplete,
  };
  const isFollowing = base.retry === undefined && isSame(variant, variantOf(variant.origin, base, settings), pattern);
  // Whatever is not typed here, such as the jitter, stays as it is there.
  const retry = isFollowing ? undefined : { ...retryPatternFor(settings, base), ...typed };
  return { problems, actionType: { ...actionType, retry } };
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
  retry === undefined ? null : Object.keys(retryPattern.shape).map((key) => retry[key as keyof typeof retry]);

/** The change as it crosses the wire: durations as text. */
export const changeText = (change: ActionTypeChange): ActionTypeChangeText => z.encode(actionTypeChange, change);
