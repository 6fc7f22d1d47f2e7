/** An External API as the form holds it: text by field, until it is saved as a whole. */
import type { z } from 'zod';
import { callOutcome } from '../../../../../shared/api-behaviour.ts';
import { apiUrl, type ExternalApi, externalApi } from '../../../../../shared/definitions.ts';
import type { ApiBehaviour } from '../../../../../views/api/api-presets.ts';
import type { CheckedDefinition } from '../../../form/checked-definition.ts';
import { type Problems, problemsOf } from '../../../form/problems.ts';
import { type CallDraft, callDraftOf, callProblems, callText } from './call-draft.ts';
import { type OutageDraft, outageDraftOf, outageProblems, outageText } from './outage-draft.ts';
import { type RandomDraft, randomDraftOf, randomProblems, randomText } from './random-draft.ts';
import { randomLike } from './random-like.ts';

export type ApiKind = 'scripted' | 'random';

export interface ApiDraft {
  readonly url: string;
  readonly kind: ApiKind;
  readonly calls: readonly CallDraft[];
  readonly otherwise: CallDraft;
  /** `null` until *At random* is chosen for the first time. */
  readonly random: RandomDraft | null;
  readonly outages: readonly OutageDraft[];
}

export type ApiText = z.input<typeof externalApi>;

export function apiDraftOf({ url, ...behaviour }: ExternalApi): ApiDraft {
  return { url, ...behaviourDraftOf(behaviour) };
}

/** Whatever of a draft is not its URL. */
export function behaviourDraftOf({ calls = [], otherwise = {}, random, outages = [] }: ApiBehaviour) {
  return {
    kind: random === undefined ? ('scripted' as const) : ('random' as const),
    calls: calls.map(callDraftOf),
    otherwise: callDraftOf(otherwise),
    random: random === undefined ? null : randomDraftOf(random),
    outages: outages.map(outageDraftOf),
  };
}

/** The behaviour of the other kind, as it was typed; *At random* starts from what the script does with every later call. */
export function ofKind(kind: ApiKind, { random, otherwise }: ApiDraft): Pick<ApiDraft, 'kind' | 'random'> {
  if (kind === 'scripted' || random !== null) return { kind, random };
  return { kind, random: randomDraftOf(randomLike(callOutcome.safeParse(callText(otherwise)).data ?? {})) };
}

/** As it crosses the wire and stands in files. What a file may leave out is left out. */
export function apiText({ url, kind, calls, otherwise, random, outages }: ApiDraft): ApiText {
  return {
    url: url.trim(),
    ...(kind === 'random' && random !== null
      ? { random: randomText(random) }
      : { ...(calls.length > 0 && { calls: calls.map(callText) }), otherwise: callText(otherwise) }),
    ...(outages.length > 0 && { outages: outages.map(outageText) }),
  };
}

export function checkApi(name: string, draft: ApiDraft): CheckedDefinition {
  const text = apiText(draft);
  const problems: Problems = Object.assign(
    problemsOf(apiUrl, text.url, 'url'),
    ...(draft.kind === 'random' && draft.random !== null
      ? [randomProblems(draft.random, 'random')]
      : [
          ...draft.calls.map((call, index) => callProblems(call, `calls.${index}`)),
          callProblems(draft.otherwise, 'otherwise'),
        ]),
    ...draft.outages.map((each, index) => outageProblems(each, `outages.${index}`)),
  );
  const value = Object.keys(problems).length > 0 ? undefined : externalApi.safeParse(text).data;
  return { problems, definition: value === undefined ? null : { section: 'externalApis', name, value } };
}
