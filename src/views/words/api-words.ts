/** What an External API is configured to do, in words: for its page, its row in the list, and whoever reads it aloud. */
import type { ApiResponse, CallOutcome, RandomBehaviour } from '../../shared/api-behaviour.ts';
import { counted } from '../../shared/counted.ts';
import type { ExternalApi } from '../../shared/definitions.ts';
import { WORDS } from '../../shared/word-table.ts';
import { share } from './figures.ts';
import { outageInWords } from './outage-words.ts';
import { exactDuration } from './time-words.ts';

const after = (durationMs: number | undefined) =>
  durationMs === undefined || durationMs === 0 ? '' : ` after ${exactDuration(durationMs)}`;

/** What becomes of one call: *refuses the connection*, *accepts, then responds with success after 10 min*. */
export function describeOutcome(outcome: CallOutcome): string {
  if ('fail' in outcome) return `${WORDS.failure[outcome.fail].verb}${after(outcome.after)}`;
  if ('status' in outcome) return describeStatus(outcome);
  const { acceptStatus, acceptAfter, respond } = outcome;
  const accepts = `accepts${acceptStatus === undefined ? '' : ` with HTTP ${acceptStatus}`}${after(acceptAfter)}`;
  const responses = respond === undefined ? [] : Array.isArray(respond) ? respond : [respond];
  if (responses.length === 0) return `${accepts} and never responds`;
  return `${accepts}, then ${responses.map(describeResponse).join(', then ')}`;
}

function describeStatus(outcome: {
  status: number;
  after?: number | undefined;
  retryAfter?: number | undefined;
}): string {
  const asks = outcome.retryAfter === undefined ? '' : `, Retry-After ${exactDuration(outcome.retryAfter)}`;
  return `answers with HTTP ${outcome.status}${after(outcome.after)}${asks}`;
}

function describeResponse(response: ApiResponse): string {
  const often = response.repeat === undefined || response.repeat === 1 ? '' : `, ${response.repeat} times`;
  const when = `${after(response.after)}${often}`;
  if ('malformed' in response) return `sends a response that cannot be read${when}`;
  const outcome = response.outcome === 'unsuccessful' ? 'responds that it was unsuccessful' : 'responds with success';
  const reason = response.reason === undefined ? '' : ` (${response.reason})`;
  const fields = Object.keys(response.data ?? {});
  const data = fields.length === 0 ? '' : `, with ${fields.join(', ')}`;
  const token = 'token' in response ? ', with a wrong token' : '';
  return `${outcome}${reason}${when}${data}${token}`;
}

/** All of it in one sentence without a full stop, for a list. */
export function behaviourInShort(api: ExternalApi): string {
  const { outages: [only, ...more] = [], random } = api;
  const outages =
    only === undefined ? '' : `; ${more.length === 0 ? outageInWords(only) : counted(more.length + 1, 'outage')}`;
  return `${random ? randomInShort(random) : scriptInShort(api)}${outages}`;
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
  const parts = [`At random: ${share(failRate)} fail to connect`];
  if (failRate < 1 && noResponseRate > 0) parts.push(`${share(noResponseRate)} get no response`);
  if (failRate < 1 && noResponseRate < 1) parts.push(`${share(successRate)} of the responses succeed`);
  return parts.join(', ');
}
