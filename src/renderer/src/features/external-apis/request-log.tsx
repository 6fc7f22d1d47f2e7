/** The calls of all Actions to one API, newest first. */
import { useMemo } from 'react';
import { callKey } from '../../../../shared/call-key.ts';
import { counted } from '../../../../shared/counted.ts';
import { describeDuration } from '../../../../shared/duration.ts';
import type { FactOf } from '../../../../shared/facts.ts';
import { API_LOG_LIMIT, type ApiLog } from '../../../../views/calls/api-log.ts';
import type { CallRecord, CallState } from '../../../../views/calls/calls.ts';
import { callName, failureInShort } from '../../../../views/words/call-words.ts';
import { upperFirst } from '../../../../views/words/figures.ts';
import { ActionLink } from '../../components/action-link.tsx';
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { type Filter, FilterBar, type ListQuery, useListQuery } from '../../components/filter-bar.tsx';
import { IconCancelled, type IconComponent, IconDone, IconFailed, IconWaiting } from '../../components/icons.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { Section } from '../../components/section.tsx';
import { paths } from '../../stores/address.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import classes from './external-apis.module.css';
import { WallTimesOf, WallTimeText } from './wall-times.tsx';

const COLUMNS: readonly Column<CallRecord>[] = [
  {
    key: 'at',
    header: 'At',
    width: 108,
    render: (call) => <InstantText at={call.startedAt} />,
  },
  {
    key: 'action',
    header: 'Action',
    long: true,
    render: ({ actionRef }) => <ActionLink actionRef={actionRef} />,
  },
  { key: 'call', header: 'Call', width: 104, render: describeCall },
  {
    key: 'request',
    header: 'Request',
    long: true,
    render: (call) => <span className={classes.sent}>{sentInWords(call)}</span>,
  },
  { key: 'reply', header: 'Reply', width: 156, render: (call) => <Result call={call} /> },
  { key: 'took', header: 'Took', width: 78, align: 'right', render: took },
  { key: 'wall', header: 'Wall time', width: 84, align: 'right', render: (call) => <WallTimeText call={call} /> },
  { key: 'responses', header: 'Responses', long: true, render: (call) => <Responses call={call} /> },
];

/** What came later; the latest one where there is room for one. */
function Responses({ call: { responses } }: { readonly call: CallRecord }) {
  if (responses.length === 0) return <span className={classes.dimmed}>–</span>;
  return responses.map((response, index) => (
    // Responses have no name; the list only grows.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <span key={index}>
      {index > 0 && '; '}
      <InstantText at={response.at} /> {responseInWords(response)}
    </span>
  ));
}

/** `success, accepted`; `unsuccessful (Unknown supplier), late`. */
function responseInWords({ body, verdict }: FactOf<'responseReceived'>): string {
  if (body === null) return verdict;
  return `${body.outcome}${body.reason === undefined ? '' : ` (${body.reason})`}, ${verdict}`;
}

function describeCall({ callNumber, trigger, retryNumber, by }: CallRecord): string {
  return `${callNumber}, ${callName(retryNumber)}${trigger === 'manual' ? ` by ${by}` : ''}`;
}

const ICONS: Record<CallState, IconComponent> = {
  connected: IconDone,
  failed: IconFailed,
  'in flight': IconWaiting,
  'cut off': IconCancelled,
};

function Result({ call }: { readonly call: CallRecord }) {
  const Icon = ICONS[call.state];
  return (
    <span
      className={classes.result}
      data-state={call.state}
      title={call.state === 'cut off' ? 'Its Action moved on before this call had a result.' : undefined}
    >
      <Icon size={14} />
      {resultInWords(call)}
    </span>
  );
}

function resultInWords({ state, result, isReal }: CallRecord): string {
  if (result === null) return state === 'in flight' ? 'in flight' : 'no result';
  const words = result.connected ? `HTTP ${result.status}` : failureInShort(result.failure);
  return isReal ? `${words}, real` : words;
}

function took({ startedAt, endedAt }: CallRecord): string {
  return endedAt === null ? '–' : describeDuration(endedAt - startedAt);
}

/** What every request says of its Action is on the row already; what is left is the custom data that went out. */
const ALWAYS_SENT = new Set(['Reference', 'Title', 'Type', 'Case', 'Owner']);

function sentInWords({ action }: CallRecord): string {
  const fields = Object.entries(action).filter(([field]) => !ALWAYS_SENT.has(field));
  return fields
    .map(([field, value]) => `${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

const nameOf = ({ actionRef, callNumber }: CallRecord) => `${actionRef}, call ${callNumber}`;

const STATES = ['failed', 'connected', 'in flight', 'cut off'] as const;

interface RequestLogProps {
  readonly externalApi: string;
  readonly log: ApiLog;
}

export function RequestLog({ externalApi, log }: RequestLogProps) {
  const query = useListQuery();
  const shown = useMemo(() => matching(log.calls, query), [log.calls, query]);
  return (
    <Section title="Requests" aside={countInWords(log)} flush>
      {log.calls.length > 0 && (
        <div className={classes.bar}>
          <FilterBar
            query={query}
            searchLabel="Search requests"
            filters={filtersOf(log.calls, query)}
            summary={query.isFiltered ? `${shown.length.toLocaleString('en')} found` : undefined}
          />
        </div>
      )}
      <div className={classes.inCard}>
        <WallTimesOf externalApi={externalApi} log={log}>
          <DataTable
            label="Requests"
            rows={shown}
            columns={COLUMNS}
            rowKey={callKey}
            rowName={nameOf}
            maxHeight="max(300px, calc(100dvh - 600px))"
            empty={
              <EmptyState
                sentence={log.calls.length === 0 ? 'No Action has called this API yet.' : 'No matching requests.'}
                {...(log.calls.length === 0 && { action: <AppLink to={paths.cases}>Launch a Case</AppLink> })}
              />
            }
          />
        </WallTimesOf>
      </div>
    </Section>
  );
}

/** `the latest 1,000 of 12,345 calls`. */
function countInWords({ callCount }: ApiLog): string | undefined {
  if (callCount === 0) return undefined;
  const calls = counted(callCount, 'call');
  return callCount > API_LOG_LIMIT ? `the latest ${API_LOG_LIMIT.toLocaleString('en')} of ${calls}` : calls;
}

function matching(calls: readonly CallRecord[], query: ListQuery): readonly CallRecord[] {
  if (!query.isFiltered) return calls;
  return calls.filter(
    (call) =>
      query.allows('result', call.state) &&
      answersOf(call).some((answer) => query.allows('response', answer)) &&
      (query.q === '' || textsOf(call).some((text) => text.toLowerCase().includes(query.q))),
  );
}

/** All of a row that can be searched for. */
function textsOf(call: CallRecord): string[] {
  const data = call.responses.flatMap(({ body }) => (body?.data === undefined ? [] : [JSON.stringify(body.data)]));
  return [
    call.actionRef,
    describeCall(call),
    resultInWords(call),
    sentInWords(call),
    ...call.responses.map(responseInWords),
    ...data,
  ];
}

const NOT_ANSWERED = 'none';

/** The verdicts on what came, as the filter has them. */
const answersOf = ({ responses }: CallRecord): readonly string[] =>
  responses.length === 0 ? [NOT_ANSWERED] : responses.map(({ verdict }) => verdict);

function filtersOf(calls: readonly CallRecord[], query: ListQuery): Filter[] {
  const states = tallied(calls.map(({ state }) => state));
  const answers = tallied(calls.flatMap((call) => [...new Set(answersOf(call))]));
  return [
    chips('result', 'Reply', states, query, STATES, upperFirst),
    chips('response', 'Response', answers, query, [...answers.keys()].toSorted(), (verdict) => verdict),
  ].flat();
}

function tallied(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** A filter where there is anything to choose between. */
function chips<Value extends string>(
  key: string,
  label: string,
  counts: ReadonlyMap<string, number>,
  query: ListQuery,
  values: readonly Value[],
  labelOf: (value: Value) => string,
): Filter[] {
  const chosen = query.chosen(key);
  const options = values
    .filter((value) => counts.has(value) || chosen.has(value))
    .map((value) => ({ value, label: labelOf(value), count: counts.get(value) ?? 0 }));
  return options.length > 1 || chosen.size > 0 ? [{ key, label, options }] : [];
}
