/** An external API as the form holds it: text by field, until it is saved as a whole. */
import { z } from 'zod';
import { apiUrl, type ExternalApi, externalApi } from '../../../../../shared/definitions.ts';
import { type ApiBehaviour, presetBehaviour } from '../../../../../views/api/api-presets.ts';
import { type CallDraft, callDraftOf, callProblems, callText } from './call-draft.ts';
import { type OutageDraft, outageDraftOf, outageProblems, outageText } from './outage-draft.ts';
import { type Problems, problemsOf } from './parts.ts';
import { type RandomDraft, randomDraftOf, randomProblems, randomText } from './random-draft.ts';

export type ApiKind = 'scripted' | 'random';

/** The id of the API itself among the problems. */
export const API_ID = 'api';

export interface ApiDraft {
  readonly url: string;
  readonly kind: ApiKind;
  readonly calls: readonly CallDraft[];
  readonly otherwise: CallDraft;
  readonly random: RandomDraft;
  readonly outages: readonly OutageDraft[];
}

export type ApiText = z.input<typeof externalApi>;

export function apiDraftOf({ url, ...behaviour }: ExternalApi): ApiDraft {
  return { url, ...behaviourDraftOf(behaviour) };
}

/** Whatever of a draft is not its URL; of the kind that the API is not of, something to start from. */
export function behaviourDraftOf({ calls = [], otherwise = {}, random, outages = [] }: ApiBehaviour) {
  return {
    kind: random === undefined ? ('scripted' as const) : ('random' as const),
    calls: calls.map(callDraftOf),
    otherwise: callDraftOf(otherwise),
    random: randomDraftOf(random ?? START_AT_RANDOM),
    outages: outages.map(outageDraftOf),
  };
}

const START_AT_RANDOM = presetBehaviour('Flaky').random as NonNullable<ApiBehaviour['random']>;

/** As it crosses the wire and stands in files. What a file may leave out is left out. */
export function apiText({ url, kind, calls, otherwise, random, outages }: ApiDraft): ApiText {
  return {
    url: url.trim(),
    ...(kind === 'random'
      ? { random: randomText(random) }
      : { ...(calls.length > 0 && { calls: calls.map(callText) }), otherwise: callText(otherwise) }),
    ...(outages.length > 0 && { outages: outages.map(outageText) }),
  };
}

export interface CheckedApiDraft {
  readonly isDirty: boolean;
  readonly problems: Problems;
  readonly text: ApiText;
  /** What will be saved; absent where something is wrong. */
  readonly value: ExternalApi | undefined;
}

/** Checks a draft by the schemas that files are checked by. */
export function checkApiDraft(draft: ApiDraft, before: ApiDraft): CheckedApiDraft {
  const text = apiText(draft);
  const problems: Problems = Object.assign(
    problemsOf(z.strictObject({ url: apiUrl }), { url: text.url }, API_ID),
    ...(draft.kind === 'random' ? [randomProblems(draft.random)] : [...draft.calls, draft.otherwise].map(callProblems)),
    ...draft.outages.map(outageProblems),
  );
  const isRight = Object.keys(problems).length === 0;
  return {
    isDirty: (!isRight && draft !== before) || JSON.stringify(text) !== JSON.stringify(apiText(before)),
    problems,
    text,
    value: isRight ? externalApi.safeParse(text).data : undefined,
  };
}
