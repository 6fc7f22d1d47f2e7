/** An Action type as its form holds it, text by field (S3), and the definition that it amounts to. */
import { z } from 'zod';
import {
  type ActionType,
  actionType as actionTypeSchema,
  type RetryPattern,
  retryPattern,
  type Settings,
} from '../../../../../shared/definitions.ts';
import type { CheckedDefinition, DefinitionText } from '../../../form/checked-definition.ts';
import { decoded, type Problems, problemsIn } from '../../../form/problems.ts';
import { textOf } from '../../../form/text.ts';
import { parseTyped } from '../../../form/typed-duration.ts';

const { title, responseExpected, responseWithin, due, autoCompleteOnTimeout, allocation, send } =
  actionTypeSchema.shape;
const fieldsText = textOf(
  z.object({ title, responseExpected, responseWithin, due, autoCompleteOnTimeout, allocation }),
);
const patternText = textOf(retryPattern);

export interface ActionTypeDraft extends z.input<typeof fieldsText> {
  readonly kind: 'api' | 'manual';
  readonly externalApi: string;
  /** Whether all custom data goes out, or only the fields of `send`. */
  readonly sendsAll: boolean;
  readonly send: readonly string[];
  /** Whether it has a retry pattern of its own; where it follows the system-wide one, the fields only show that. */
  readonly hasOwnRetry: boolean;
  readonly retry: z.input<typeof patternText>;
}

/** A retry pattern as text by field. */
export const patternDraftOf = (pattern: RetryPattern) => z.encode(patternText, pattern);

export function actionTypeDraftOf(actionType: ActionType, settings: Settings): ActionTypeDraft {
  return {
    ...z.encode(fieldsText, actionType),
    kind: actionType.manual === true ? 'manual' : 'api',
    externalApi: actionType.externalApi ?? '',
    sendsAll: actionType.send === undefined,
    send: actionType.send ?? [],
    hasOwnRetry: actionType.retry !== undefined,
    retry: patternDraftOf(actionType.retry ?? settings.retry),
  };
}

/** What counts: where the system-wide pattern is followed, the fields only show it. */
export const essenceOf = (draft: ActionTypeDraft) => ({ ...draft, retry: draft.hasOwnRetry ? draft.retry : null });

export interface CheckedActionType extends CheckedDefinition {
  /** The value, where every field is right. */
  readonly actionType: ActionType | null;
  /** The retry pattern in force, where its fields are right. */
  readonly pattern: RetryPattern | null;
}

export function checkActionType(name: string, draft: ActionTypeDraft, settings: Settings): CheckedActionType {
  const isManual = draft.kind === 'manual';
  // Where no response is expected its limit is kept for later, unless it is none.
  const isWithinKept = draft.responseExpected || parseTyped(draft.responseWithin) !== null;
  const fields = decoded(fieldsText, {
    ...draft,
    responseWithin: isManual || !isWithinKept ? '' : draft.responseWithin,
  });
  const retry = draft.hasOwnRetry ? decoded(patternText, draft.retry) : { value: settings.retry, problems: {} };
  const problems: Problems = {
    ...fields.problems,
    ...(isManual ? {} : { ...callProblems(draft), ...prefixed(retry.problems) }),
  };
  if (fields.value === null || Object.keys(problems).length > 0) {
    return { problems, definition: null, actionType: null, pattern: retry.value };
  }
  const actionType = { ...fields.value, ...(isManual ? MANUAL : callOf(draft, retry.value)) } as ActionType;
  return {
    problems,
    definition: { section: 'actionTypes', name, value: actionType },
    actionType,
    pattern: retry.value,
  };
}

/** A manual Action type calls nobody: what only calls have is left out, and stays in the draft. */
const MANUAL: Partial<ActionType> = { manual: true, responseExpected: true };

function callOf(draft: ActionTypeDraft, pattern: RetryPattern | null): Partial<ActionType> {
  return {
    externalApi: draft.externalApi,
    ...(draft.sendsAll ? {} : { send: [...draft.send] }),
    ...(draft.hasOwnRetry && pattern !== null ? { retry: pattern } : {}),
  };
}

function callProblems({ externalApi, sendsAll, send: fields }: ActionTypeDraft): Problems {
  const [wrong] = sendsAll ? [] : Object.values(problemsIn(send.safeParse(fields).error?.issues ?? []));
  return {
    ...(externalApi === '' && { externalApi: 'Choose the External API that it calls.' }),
    ...(wrong !== undefined && { send: wrong }),
  };
}

const prefixed = (problems: Problems) =>
  Object.fromEntries(Object.entries(problems).map(([key, problem]) => [`retry.${key}`, problem]));

/** The same value under another name, as it crosses the wire. */
export const actionTypeText = (name: string, value: ActionType): DefinitionText => ({
  section: 'actionTypes',
  name,
  value: z.encode(actionTypeSchema, value),
});
