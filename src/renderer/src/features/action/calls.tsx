/** Every call of the Action; one of them open, with what was sent and what came back. */
import { type ReactNode, useMemo, useState } from 'react';
import { formatDuration } from '../../../../shared/duration.ts';
import type { Action } from '../../../../shared/model.ts';
import type { World } from '../../../../shared/world.ts';
import { type CallRecord, callsOf } from '../../../../views/calls/calls.ts';
import { whyCall } from '../../../../views/why/call.ts';
import type { Explanation } from '../../../../views/why/explanation.ts';
import { whyFact } from '../../../../views/why/why.ts';
import { callInWords, describeFailure } from '../../../../views/words/call-words.ts';
import { exactDuration } from '../../../../views/words/time-words.ts';
import { DurationText } from '../../components/duration-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { IconChevronDown, IconChevronRight } from '../../components/icons.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { Why } from '../../components/why.tsx';
import { useClock, useFacts, useWorkspace } from '../../stores/workspace.ts';
import { DataTable } from '../../table/data-table.tsx';
import { callbackAddress } from './callback-address.ts';
import { JsonBlock } from './json-block.tsx';
import classes from './records.module.css';

export function Calls({ action }: { readonly action: Action }) {
  const facts = useFacts(action.ref);
  const world = useWorkspace((state) => state.world);
  const factCount = facts.length;
  const calls = useMemo(() => callsOf(facts.slice(0, factCount)), [facts, factCount]);
  const [openNumber, setOpenNumber] = useState<number | null>(null);
  const open = calls.find((call) => call.callNumber === openNumber);
  const toggle = (call: CallRecord) => setOpenNumber((before) => (before === call.callNumber ? null : call.callNumber));

  const columns = [
    { key: 'number', header: '#', width: 42, align: 'right' as const, render: (call: CallRecord) => call.callNumber },
    {
      key: 'kind',
      header: 'Kind',
      width: 150,
      render: (call: CallRecord) => <Explained text={callInWords(call)} why={whyKind(call, world)} />,
    },
    { key: 'at', header: 'At', width: 120, render: (call: CallRecord) => <InstantText at={call.startedAt} /> },
    { key: 'took', header: 'Took', width: 72, align: 'right' as const, render: tookOf },
    {
      key: 'result',
      header: 'Result',
      render: (call: CallRecord) => <Explained text={resultOf(call)} why={whyResult(call, world)} />,
    },
    {
      key: 'details',
      header: 'Request / reply',
      width: 118,
      render: (call: CallRecord) => (
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={call.callNumber === openNumber}
          aria-label={`${call.callNumber === openNumber ? 'Hide' : 'Show'} request and reply of call ${call.callNumber}`}
          onClick={() => toggle(call)}
        >
          {call.callNumber === openNumber ? <IconChevronDown size={13} /> : <IconChevronRight size={13} />}
          {call.callNumber === openNumber ? 'Hide' : 'Show'}
        </button>
      ),
    },
  ];

  return (
    <>
      <DataTable
        label="Calls"
        rows={calls}
        columns={columns}
        rowKey={keyOf}
        rowName={nameOf}
        onOpen={toggle}
        {...(open ? { selected: new Set([keyOf(open)]) } : {})}
        maxHeight="398px"
        empty={<EmptyState sentence="This Action makes no calls: people do it by hand." />}
      />
      {open && <CallDetails call={open} action={action} />}
    </>
  );
}

const keyOf = (call: CallRecord) => String(call.callNumber);
const nameOf = (call: CallRecord) => `Call ${call.callNumber}`;

/** The text of a cell and its *Why?*, which stays in sight even if the text is cut. */
function Explained({ text, why }: { readonly text: ReactNode; readonly why: Explanation | null }) {
  return (
    <span className={classes.explained}>
      <span {...(typeof text === 'string' ? { title: text } : {})}>{text}</span>
      <Why of={why} compact />
    </span>
  );
}

/** The wait before a retry, or who did not wait. */
const whyKind = ({ start }: CallRecord, world: World | null): Explanation | null => world && whyFact(world, start);

function whyResult({ end }: CallRecord, world: World | null): Explanation | null {
  if (world === null || end === null) return null;
  return end.type === 'connected' ? whyCall(world, end) : whyFact(world, end);
}

function tookOf({ startedAt, endedAt }: CallRecord): ReactNode {
  return endedAt === null ? '–' : <DurationText ms={endedAt - startedAt} />;
}

function resultOf({ result, state }: CallRecord): ReactNode {
  if (result === null) return <span className={classes.note}>{state}</span>;
  if (result.connected) return <span className={classes.good}>✓ Connected, HTTP {result.status}</span>;
  const { retryAfterMs } = result.failure;
  return (
    <>
      <span className={classes.bad}>✕ {describeFailure(result.failure)}</span>
      {retryAfterMs !== undefined && (
        <span className={classes.note}>, Retry-After {exactDuration(retryAfterMs)} (shown, not followed)</span>
      )}
    </>
  );
}

function CallDetails({ call, action }: { readonly call: CallRecord; readonly action: Action }) {
  const callbackBase = useClock((clock) => clock.callbackBase);
  const request = { Action: call.action, CallBackURL: callbackAddress(callbackBase, action) };
  return (
    <section className={classes.details} aria-label={`Call ${call.callNumber}`}>
      <JsonBlock title={`Request: POST ${call.url}`} value={request} />
      <JsonBlock title={`Reply of ${call.externalApi}`} value={replyOf(call)} />
    </section>
  );
}

/** What came back, as far as it went. */
function replyOf({ result }: CallRecord): unknown {
  if (result === null) return 'No reply.';
  if (result.connected) return { status: result.status };
  const { failure } = result;
  if (failure.status === undefined) return `No reply. ${describeFailure(failure)}.`;
  return failure.retryAfterMs === undefined
    ? { status: failure.status }
    : { status: failure.status, 'Retry-After': formatDuration(failure.retryAfterMs) };
}
