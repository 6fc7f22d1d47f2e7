/** The calls of all Actions to one API, newest first. */
import { useMemo } from 'react';
import { API_LOG_LIMIT, type ApiLog, type LoggedCall } from '../../../../engine/api-log.ts';
import { failureInShort } from '../../../../engine/api-words.ts';
import { describeDuration } from '../../../../shared/duration.ts';
import { ActionLink } from '../../components/action-link.tsx';
import { AppLink } from '../../components/app-link.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { type Filter, FilterBar, type ListQuery, useListQuery } from '../../components/filter-bar.tsx';
import { IconCancelled, type IconComponent, IconDone, IconFailed, IconWaiting } from '../../components/icons.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { Section } from '../../components/section.tsx';
import { paths } from '../../stores/address.ts';
import classes from './external-apis.module.css';

const COLUMNS: readonly Column<LoggedCall>[] = [
  {
    key: 'at',
    header: 'At',
    width: 116,
    render: (call) => <InstantText at={call.startedAt} />,
  },
  {
    key: 'action',
    header: 'Action',
    render: ({ actionRef }) => <ActionLink actionRef={actionRef} />,
  },
  { key: 'call', header: 'Call', width: 112, render: describeCall },
  { key: 'result', header: 'Result', width: 174, render: (call) => <Result call={call} /> },
  { key: 'took', header: 'Took', width: 80, align: 'right', render: took },
  { key: 'sent', header: 'Sent', render: (call) => <span className={classes.sent}>{sentInWords(call)}</span> },
];

function describeCall({ callNumber, trigger, retryNumber, by }: LoggedCall): string {
  if (trigger === 'first') return `${callNumber}, first`;
  return `${callNumber}, retry ${retryNumber}${trigger === 'manual' ? ` by ${by}` : ''}`;
}

const ICONS: Record<LoggedCall['state'], IconComponent> = {
  connected: IconDone,
  failed: IconFailed,
  'in flight': IconWaiting,
  overtaken: IconCancelled,
};

function Result({ call }: { readonly call: LoggedCall }) {
  const Icon = ICONS[call.state];
  return (
    <span
      className={classes.result}
      data-state={call.state}
      title={
        call.state === 'overtaken' ? 'Its Action ended or was answered before this call had its result.' : undefined
      }
    >
      <Icon size={14} />
      {resultInWords(call)}
    </span>
  );
}

function resultInWords({ state, result }: LoggedCall): string {
  if (result === null) return state === 'in flight' ? 'in flight' : 'no result';
  return result.connected ? `HTTP ${result.status}` : failureInShort(result.failure);
}

function took({ startedAt, endedAt, state }: LoggedCall): string {
  return endedAt === null || state === 'overtaken' ? '–' : describeDuration(endedAt - startedAt);
}

/** What every request says of its Action is on the row already; what is left is the custom data that went out. */
const ALWAYS_SENT = new Set(['Reference', 'Title', 'Type', 'Case', 'Owner']);

function sentInWords({ action }: LoggedCall): string {
  const fields = Object.entries(action).filter(([field]) => !ALWAYS_SENT.has(field));
  return fields
    .map(([field, value]) => `${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

const keyOf = ({ actionRef, callNumber }: LoggedCall) => `${actionRef}#${callNumber}`;
const nameOf = ({ actionRef, callNumber }: LoggedCall) => `${actionRef}, call ${callNumber}`;

const STATES = ['failed', 'connected', 'in flight', 'overtaken'] as const;
const STATE_LABELS: Record<LoggedCall['state'], string> = {
  failed: 'Failed',
  connected: 'Connected',
  'in flight': 'In flight',
  overtaken: 'No result',
};

export function RequestLog({ log }: { readonly log: ApiLog }) {
  const query = useListQuery();
  const wanted = [...query.chosen('result')].join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query is new with each render, its parts say when it changed
  const shown = useMemo(() => matching(log.calls, query), [log.calls, query.q, wanted]);
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
        <DataTable
          label="Requests"
          rows={shown}
          columns={COLUMNS}
          rowKey={keyOf}
          rowName={nameOf}
          maxHeight="max(300px, calc(100dvh - 600px))"
          empty={
            <EmptyState
              sentence={log.calls.length === 0 ? 'No Action has called this API yet.' : 'No request is like this.'}
              {...(log.calls.length === 0 && { action: <AppLink to={paths.cases}>Launch a Case</AppLink> })}
            />
          }
        />
      </div>
    </Section>
  );
}

/** `1,240 calls; the newest 1,000 are listed`. */
function countInWords({ callCount }: ApiLog): string | undefined {
  if (callCount === 0) return undefined;
  const calls = callCount === 1 ? '1 call' : `${callCount.toLocaleString('en')} calls`;
  return callCount > API_LOG_LIMIT ? `${calls}; the newest ${API_LOG_LIMIT.toLocaleString('en')} are listed` : calls;
}

function matching(calls: readonly LoggedCall[], query: ListQuery): readonly LoggedCall[] {
  if (!query.isFiltered) return calls;
  return calls.filter(
    (call) =>
      query.allows('result', call.state) &&
      (query.q === '' ||
        [call.actionRef, resultInWords(call), sentInWords(call)].some((text) => text.toLowerCase().includes(query.q))),
  );
}

function filtersOf(calls: readonly LoggedCall[], query: ListQuery): Filter[] {
  const counts = new Map<string, number>();
  for (const { state } of calls) counts.set(state, (counts.get(state) ?? 0) + 1);
  const chosen = query.chosen('result');
  const options = STATES.filter((state) => counts.has(state) || chosen.has(state)).map((state) => ({
    value: state,
    label: STATE_LABELS[state],
    count: counts.get(state) ?? 0,
  }));
  return options.length > 1 || chosen.size > 0 ? [{ key: 'result', label: 'Result', options }] : [];
}
