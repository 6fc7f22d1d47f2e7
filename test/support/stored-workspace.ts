/** A workspace in which something of every kind happens, for tests of the store. */
import { z } from 'zod';
import { createWorld } from '../../src/engine/create-world.ts';
import type { CallRequest, Journal, Workspace } from '../../src/main/runtime/ports.ts';
import { Runtime } from '../../src/main/runtime/runtime.ts';
import { parseIso } from '../../src/shared/instant.ts';
import type { CallPlan, Delivery } from '../../src/shared/model.ts';
import { scenario } from '../../src/shared/scenario.ts';
import { worldToJson } from '../../src/shared/world-json.ts';

const SCENARIO = {
  title: 'Everything at once',
  seed: 7,
  settings: { retry: { max: 2, first: '1m', jitter: 0.5 }, callTimeout: '20s' },
  queues: ['AP Exceptions'],
  users: { dana: {}, omar: { available: false, queues: ['AP Exceptions'] }, ines: { queues: ['AP Exceptions'] } },
  externalApis: {
    erp: {
      url: 'https://erp.example.test/invoices',
      calls: [{ fail: 'refused', after: '2s' }, 'accept'],
      otherwise: { status: 503, retryAfter: '5m' },
      outages: [{ from: '+2h', for: '10m', fail: 'dns' }],
    },
    crm: {
      url: 'https://crm.example.test/',
      random: { failRate: 0.2, acceptAfter: { lognormal: { median: '1s', p95: '3s' } }, reasons: { 'No match': 1 } },
    },
  },
  actionTypes: {
    'post-invoice': {
      externalApi: 'erp',
      send: ['amount'],
      responseWithin: '10m',
      due: '1d',
      allocation: { queue: 'AP Exceptions', user: 'omar', secondaryUser: 'ines' },
    },
    'check-customer': { externalApi: 'crm', retry: { max: 1 }, responseWithin: '5m' },
    approve: { manual: true, allocation: { user: 'ines' } },
  },
  caseTypes: {
    invoice: { owner: 'dana', process: ['post-invoice', 'approve'], data: { amount: 12 } },
    approval: { owner: 'ines', process: ['approve'] },
  },
  cases: {
    C1: {
      owner: 'dana',
      process: [['post-invoice', 'check-customer'], 'approve'],
      data: { amount: 99.5, lines: [{ no: 1 }] },
    },
    C2: { owner: 'dana', process: ['post-invoice'] },
  },
} satisfies z.input<typeof scenario>;

/** A fresh workspace at its start. */
export function newWorkspace(title = SCENARIO.title): Workspace {
  const origin = z.decode(scenario, { ...SCENARIO, title });
  const now = parseIso(origin.start) ?? 0;
  return {
    title,
    origin,
    source: null,
    world: createWorld(origin, now, origin.seed),
    now,
    seq: 0,
    history: [],
    player: null,
  };
}

/** Fails, fails with a Retry-After, connects with two answers, connects in silence, by turns. */
function plan({ callNumber, actionRef }: CallRequest): CallPlan {
  const turn = (callNumber + actionRef.length) % 4;
  if (turn === 0) return { result: { connected: false, failure: { kind: 'refused' } }, latencyMs: 2_000, answers: [] };
  if (turn === 1) {
    const failure = { kind: 'status', status: 503, retryAfterMs: 300_000 } as const;
    return { result: { connected: false, failure }, latencyMs: 150, answers: [] };
  }
  const connected = { connected: true, status: 202 } as const;
  if (turn === 2) return { result: connected, latencyMs: 900, answers: [] };
  const answer: Delivery = { body: { outcome: 'success', data: { posted: { at: [1, null, 'x'] } } }, token: 'right' };
  return {
    result: connected,
    latencyMs: 40,
    answers: [
      { afterMs: 30_000, delivery: { ...answer, token: 'wrong' } },
      { afterMs: 60_000, delivery: { body: null, token: 'right' } },
      { afterMs: 90_000, delivery: answer },
    ],
  };
}

/** The runtime of a workspace, with made-up external systems. */
export function runtimeOf(workspace: Workspace, journal: Journal): Runtime {
  return new Runtime({
    ...workspace,
    journal,
    caller: { call: plan },
    sender: { send: ({ delivery }, receive) => receive(delivery) },
  });
}

/** The workspace of a runtime, as it is now. */
export function workspaceOf(runtime: Runtime, { title, origin, source }: Workspace): Workspace {
  const { world, now, seq } = runtime;
  const { history, player } = runtime.ledger;
  return { title, origin, source, world, now, seq, history, player };
}

/** What people and outside systems do, one after the other. Each leaves something in the journal. */
export const ACTS: readonly ((runtime: Runtime) => Promise<unknown>)[] = [
  (runtime) => runtime.submit({ type: 'launchCase', case: 'C1', by: 'dana' }),
  (runtime) => runtime.advanceBy(45_000),
  (runtime) =>
    runtime.submit({
      type: 'saveDefinition',
      definition: { section: 'settings', change: { retry: { max: 4, cap: 7_200_000 }, callTimeout: 15_000 } },
    }),
  (runtime) => runtime.submit({ type: 'launchCases', caseType: 'invoice', count: 3, every: 90_000, as: 'inv' }),
  (runtime) => runtime.advanceBy(200_000),
  (runtime) =>
    runtime.submit({
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post-invoice', change: { responseWithin: 480_000, due: null } },
    }),
  (runtime) => runtime.respond('C1/post-invoice', { body: { outcome: 'success' }, token: 'wrong' }),
  (runtime) => runtime.submit({ type: 'switchApi', name: 'erp', to: 'Down' }),
  (runtime) =>
    runtime.submit({
      type: 'saveDefinition',
      definition: { section: 'externalApis', name: 'erp', change: { otherwise: { acceptAfter: 2_000 } } },
    }),
  (runtime) => runtime.advanceBy(3_600_000),
  (runtime) => runtime.submit({ type: 'launchAction', case: 'C1', actionType: 'post-invoice', as: 'extra' }),
  (runtime) =>
    runtime.submit({
      type: 'saveDefinition',
      definition: { section: 'users', name: 'omar', change: { available: true } },
    }),
  (runtime) => runtime.submit({ type: 'launchCase', case: 'C2' }),
  (runtime) => runtime.advanceUntilIdle(),
  (runtime) => runtime.submit({ type: 'readNotifications', user: 'dana' }),
  (runtime) => runtime.submit({ type: 'launchCases', caseType: 'approval', count: 2, as: 'hand' }),
  (runtime) => runtime.submit({ type: 'unable', action: 'hand-1/approve', reason: 'Nobody knows the supplier' }),
  (runtime) => runtime.submit({ type: 'readNotifications', user: 'ines' }),
  (runtime) => runtime.submit({ type: 'unable', action: 'hand-2/approve', by: 'dana' }),
];

/** Performs the acts from `from` up to but not including `to`. */
export async function act(runtime: Runtime, from = 0, to = ACTS.length): Promise<void> {
  for (const each of ACTS.slice(from, to)) await each(runtime);
}

/** All of a workspace that must survive, for comparing. */
export function asPlain({ title, origin, world, now, seq, history, player }: Workspace): unknown {
  return JSON.parse(JSON.stringify({ title, origin, world: worldToJson(world), now, seq, history, player }));
}
