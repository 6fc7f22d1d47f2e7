/** What becomes of one call, as the form holds it: what was typed for one kind is still there when another was tried. */
import type { z } from 'zod';
import { type CallOutcome, callOutcome } from '../../../../../shared/api-behaviour.ts';
import { formatDuration } from '../../../../../shared/duration.ts';
import { CONNECTION_FAILURES, type ConnectionFailure } from '../../../../../shared/words.ts';
import { type Problems, problemsOf } from '../../../form/problems.ts';
import { newId, unlessBlank } from '../../../form/rows.ts';
import { toNumber } from '../../../form/text.ts';
import { durationText } from '../../../form/typed-duration.ts';
import { type ResponseDraft, responseDraftOf, responseProblems, responseText } from './response-draft.ts';

/** Ways to fail: without a reply, or with an HTTP status. Outages have them too. */
export const FAILING_KINDS = [...CONNECTION_FAILURES, 'status'] as const;
export type FailingKind = (typeof FAILING_KINDS)[number];
export const CALL_KINDS = ['accepted', ...FAILING_KINDS] as const;
export type CallKind = (typeof CALL_KINDS)[number];

export interface CallDraft {
  readonly id: string;
  readonly kind: CallKind;
  /** How long a failing call takes; `hang` takes the call timeout. */
  readonly after: string;
  readonly status: string;
  readonly retryAfter: string;
  readonly acceptAfter: string;
  readonly acceptStatus: string;
  readonly responses: readonly ResponseDraft[];
}

export type CallText = z.input<typeof callOutcome>;

const DEFAULT_STATUS = '503';

export function newCall(kind: CallKind = 'refused'): CallDraft {
  const blank = { after: '', status: DEFAULT_STATUS, retryAfter: '', acceptAfter: '', acceptStatus: '' };
  return { id: newId(), kind, ...blank, responses: [] };
}

/** The same once more, as a row of its own. */
export const copyOfCall = (draft: CallDraft): CallDraft => ({
  ...draft,
  id: newId(),
  responses: draft.responses.map((response) => ({ ...response, id: newId() })),
});

const written = (durationMs: number | undefined) => (durationMs === undefined ? '' : formatDuration(durationMs));

export function callDraftOf(outcome: CallOutcome): CallDraft {
  if ('fail' in outcome) return { ...newCall(outcome.fail), after: written(outcome.after) };
  if ('status' in outcome) {
    const { status, after, retryAfter } = outcome;
    const durations = { after: written(after), retryAfter: written(retryAfter) };
    return { ...newCall('status'), status: String(status), ...durations };
  }
  const { acceptAfter, acceptStatus, respond } = outcome;
  const responses = respond === undefined ? [] : Array.isArray(respond) ? respond : [respond];
  return {
    ...newCall('accepted'),
    acceptAfter: written(acceptAfter),
    acceptStatus: acceptStatus === undefined ? '' : String(acceptStatus),
    responses: responses.map(responseDraftOf),
  };
}

/** How a failure goes, for calls and outages alike: only the fields of its kind count. */
export function failureText(
  draft: Pick<CallDraft, 'after' | 'status' | 'retryAfter'> & { readonly kind: FailingKind },
) {
  const { kind, after, status, retryAfter } = draft;
  if (kind === 'hang') return { fail: kind };
  const late = unlessBlank('after', after, durationText);
  if (kind !== 'status') return { fail: kind as ConnectionFailure, ...late };
  return { status: toNumber(status), ...late, ...unlessBlank('retryAfter', retryAfter, durationText) };
}

export function callText(draft: CallDraft): CallText {
  const { kind, acceptAfter, acceptStatus, responses } = draft;
  if (kind !== 'accepted') return failureText({ ...draft, kind });
  const texts = responses.map(responseText);
  const [only] = texts;
  return {
    ...unlessBlank('acceptAfter', acceptAfter, durationText),
    ...unlessBlank('acceptStatus', acceptStatus, toNumber),
    ...(only === undefined ? {} : { respond: texts.length === 1 ? only : texts }),
  };
}

const [FAILING, REFUSING, ACCEPTING] = callOutcome.options;

export function callProblems(draft: CallDraft, at: string): Problems {
  if (draft.kind !== 'accepted') return problemsOf(draft.kind === 'status' ? REFUSING : FAILING, callText(draft), at);
  return Object.assign(
    problemsOf(ACCEPTING, callText({ ...draft, responses: [] }), at),
    ...draft.responses.map((response, index) => responseProblems(response, `${at}.responses.${index}`)),
  );
}
