/** An Action type as its form holds it, text by field (S3), and the definition that it amounts to. */
import { z } from 'zod';
import { type ActionType, actionType as actionTypeSchema, type Settings } from '../../../../../shared/definitions.ts';
import { formatDuration, parseDuration } from '../../../../../shared/duration.ts';
import { type CheckedDefinition, type DefinitionText, type Problems, problemsOf } from '../../../form/problems.ts';
import { checkRetryDraft, type RetryDraft, retryDraftOf } from '../retry-draft.ts';

export interface ActionTypeDraft {
  readonly title: string;
  readonly kind: 'api' | 'manual';
  readonly externalApi: string;
  /** Whether all custom data goes out, or only the fields of `send`. */
  readonly sendsAll: boolean;
  readonly send: readonly string[];
  readonly responseExpected: boolean;
  /** Blank for no limit. */
  readonly responseWithin: string;
  /** Blank for none. */
  readonly due: string;
  readonly autoCompleteOnTimeout: boolean;
  readonly queue: string;
  readonly user: string;
  readonly secondaryUser: string;
  readonly retry: RetryDraft;
}

const durationText = (value: number | undefined) => (value === undefined ? '' : formatDuration(value));

export function actionTypeDraftOf(actionType: ActionType, settings: Settings): ActionTypeDraft {
  const { title, externalApi, manual, send, responseExpected, responseWithin, due, allocation } = actionType;
  return {
    title: title ?? '',
    kind: manual === true ? 'manual' : 'api',
    externalApi: externalApi ?? '',
    sendsAll: send === undefined,
    send: send ?? [],
    responseExpected,
    responseWithin: durationText(responseWithin),
    due: durationText(due),
    autoCompleteOnTimeout: actionType.autoCompleteOnTimeout,
    queue: allocation?.queue ?? '',
    user: allocation?.user ?? '',
    secondaryUser: allocation?.secondaryUser ?? '',
    retry: retryDraftOf(actionType, settings),
  };
}

/** What counts: where the system-wide pattern is followed, the fields only show it. */
export const essenceOf = (draft: ActionTypeDraft) => ({ ...draft, retry: draft.retry.isOwn ? draft.retry : null });

type ActionTypeText = z.input<typeof actionTypeSchema>;

/** What is blank is left out. */
const given = <Key extends string>(key: Key, text: string) =>
  (text.trim() === '' ? {} : { [key]: text.trim() }) as { [K in Key]?: string };

/** A manual Action type calls nobody: what only calls have is left out, and stays in the draft. */
function valueText(draft: ActionTypeDraft, retry: ActionTypeText['retry']): ActionTypeText {
  const allocation = {
    ...given('queue', draft.queue),
    ...given('user', draft.user),
    ...given('secondaryUser', draft.secondaryUser),
  };
  const isManual = draft.kind === 'manual';
  // Where no response is expected its limit is kept for later, unless it is none.
  const isWithinKept = draft.responseExpected || parseDuration(draft.responseWithin.trim()) !== null;
  return {
    ...given('title', draft.title),
    ...(isManual ? { manual: true } : { externalApi: draft.externalApi }),
    ...(isManual || draft.sendsAll ? {} : { send: [...draft.send] }),
    responseExpected: isManual || draft.responseExpected,
    ...(isManual || !isWithinKept ? {} : given('responseWithin', draft.responseWithin)),
    ...given('due', draft.due),
    autoCompleteOnTimeout: draft.autoCompleteOnTimeout,
    ...(Object.keys(allocation).length > 0 && { allocation }),
    ...(isManual || retry === undefined ? {} : { retry }),
  };
}

export interface CheckedActionType extends CheckedDefinition {
  /** The value, where every field is right. */
  readonly actionType: ActionType | null;
  /** The retry pattern in force, where its fields are right. */
  readonly pattern: ReturnType<typeof checkRetryDraft>['pattern'];
}

export function checkActionType(name: string, draft: ActionTypeDraft, settings: Settings): CheckedActionType {
  const retry = checkRetryDraft(draft.retry, draft.retry, settings);
  const value = valueText(draft, draft.retry.isOwn ? (retry.text.retry as ActionTypeText['retry']) : undefined);
  const text: DefinitionText = { section: 'actionTypes', name, value };
  const problems = fieldProblems(text, draft);
  const parsed = Object.keys(problems).length === 0 ? actionTypeSchema.safeParse(value).data : undefined;
  return { problems, text, actionType: parsed ?? null, pattern: retry.pattern };
}

function fieldProblems(text: DefinitionText, { kind, externalApi }: ActionTypeDraft): Problems {
  const found = problemsOf(text);
  const problems: Record<string, string> = {};
  // A field of `send` that is wrong is said at `send`; what the whole lacks is said below.
  for (const [field, problem] of Object.entries(found)) {
    if (field !== '') problems[field.startsWith('send.') ? 'send' : field] ??= problem;
  }
  if (kind === 'api' && externalApi === '') problems.externalApi = 'Choose the external API that it calls.';
  return problems;
}

/** The same value under another name, as it crosses the wire. */
export const actionTypeText = (name: string, value: ActionType): DefinitionText => ({
  section: 'actionTypes',
  name,
  value: z.encode(actionTypeSchema, value),
});
