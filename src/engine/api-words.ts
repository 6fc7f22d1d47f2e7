/** What an external API is configured to do, in words: for its page, its row in the list, and whoever reads it aloud. */
import type { ApiResponse, CallOutcome, RandomBehaviour } from '../shared/api-behaviour.ts';
import type { ExternalApi } from '../shared/definitions.ts';
import { describeDuration } from '../shared/duration.ts';
import type { CallFailure } from '../shared/model.ts';
import type { ApiSwitch, ConnectionFailure } from '../shared/words.ts';

const FAILURES: Record<ConnectionFailure, string> = {
  refused: 'refuses the connection',
  dns: 'has a name that is not found',
  reset: 'resets the connection',
  tls: 'makes no secure connection',
  hang: 'gives no answer until the call timeout',
};

/** What can become of a call, as a choice. */
export const OUTCOME_WORDS: Readonly<Record<'accepted' | 'status' | ConnectionFailure, string>> = {
  accepted: 'Accepts',
  refused: 'Connection refused',
  dns: 'Name not found',
  reset: 'Connection reset',
  tls: 'No secure connection',
  hang: 'No answer in time',
  status: 'HTTP status',
};

/** The switch, as what the API does. */
export const SWITCH_WORDS: Record<ApiSwitch, string> = {
  'As configured': 'does what its configuration says',
  Down: 'refuses every connection',
  Silent: 'accepts every call and never answers',
  Real: 'gets its calls for real',
};

const after = (durationMs: number | undefined) =>
  durationMs === undefined || durationMs === 0 ? '' : ` after ${describeDuration(durationMs)}`;

/** `15 %`; small shares keep a decimal, and only the whole is `100 %`. */
export function percent(share: number): string {
  const value = share * 100;
  if (value < 10) return `${Number(value.toPrecision(2))} %`;
  return `${value < 100 ? Math.min(99, Math.round(value)) : 100} %`;
}

/** What becomes of one call: *refuses the connection*, *accepts, then answers with success after 10 min*. */
export function describeOutcome(outcome: CallOutcome): string {
  if ('fail' in outcome) return `${FAILURES[outcome.fail]}${after(outcome.after)}`;
  if ('status' in outcome) return describeStatus(outcome);
  const { acceptStatus, acceptAfter, respond } = outcome;
  const accepts = `accepts${acceptStatus === undefined ? '' : ` with HTTP ${acceptStatus}`}${after(acceptAfter)}`;
  const responses = respond === undefined ? [] : Array.isArray(respond) ? respond : [respond];
  if (responses.length === 0) return `${accepts} and never answers`;
  return `${accepts}, then ${responses.map(describeResponse).join(', then ')}`;
}

function describeStatus(outcome: {
  status: number;
  after?: number | undefined;
  retryAfter?: number | undefined;
}): string {
  const asks = outcome.retryAfter === undefined ? '' : `, Retry-After ${describeDuration(outcome.retryAfter)}`;
  return `answers with HTTP ${outcome.status}${after(outcome.after)}${asks}`;
}

function describeResponse(response: ApiResponse): string {
  const often = response.repeat === undefined || response.repeat === 1 ? '' : `, ${response.repeat} times`;
  const when = `${after(response.after)}${often}`;
  if ('malformed' in response) return `sends an answer that cannot be read${when}`;
  const outcome = response.outcome === 'unsuccessful' ? 'says it was unsuccessful' : 'answers with success';
  const reason = response.reason === undefined ? '' : ` (${response.reason})`;
  const fields = Object.keys(response.data ?? {});
  const data = fields.length === 0 ? '' : `, with ${fields.join(', ')}`;
  const token = 'token' in response ? ', with a wrong token' : '';
  return `${outcome}${reason}${when}${data}${token}`;
}

const FAILURE_NOUNS: Record<ConnectionFailure, string> = {
  refused: 'connection refused',
  dns: 'name not found',
  reset: 'connection reset',
  tls: 'no secure connection',
  hang: 'no answer in time',
};

/** Why a call did not connect, where there is little room: *connection refused*, *HTTP 503*. */
export function failureInShort({ kind, status }: CallFailure): string {
  return kind === 'status' ? `HTTP ${status}` : FAILURE_NOUNS[kind];
}

/** All of it in one sentence without a full stop, for a list. */
export function behaviourInShort(api: ExternalApi): string {
  const count = api.outages?.length ?? 0;
  const outages = count === 0 ? '' : `; ${count === 1 ? 'one outage' : `${count} outages`}`;
  return `${api.random ? randomInShort(api.random) : scriptInShort(api)}${outages}`;
}

/** The script line by line; calls in a row that go alike share a line. */
function scriptLines({ calls = [], otherwise = {} }: ExternalApi): { readonly label: string; readonly text: string }[] {
  const lines: { readonly label: string; readonly text: string }[] = [];
  const texts = calls.map(describeOutcome);
  for (let from = 0; from < texts.length; ) {
    let to = from;
    while (texts[to + 1] === texts[from]) to += 1;
    lines.push({
      label: from === to ? `Call ${from + 1}` : `Calls ${from + 1} to ${to + 1}`,
      text: texts[from] as string,
    });
    from = to + 1;
  }
  lines.push({ label: lines.length === 0 ? 'Every call' : 'Then every call', text: describeOutcome(otherwise) });
  return lines;
}

function scriptInShort(api: ExternalApi): string {
  return scriptLines(api)
    .map(({ label, text }) => `${label}: ${text}`)
    .join('; ');
}

function randomInShort({ failRate, noResponseRate, successRate }: RandomBehaviour): string {
  const parts = [`At random: ${percent(failRate)} fail to connect`];
  if (failRate < 1 && noResponseRate > 0) parts.push(`${percent(noResponseRate)} never answered`);
  if (failRate < 1 && noResponseRate < 1) parts.push(`${percent(successRate)} of the answers are successes`);
  return parts.join(', ');
}
