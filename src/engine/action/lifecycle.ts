/**
 * The life of one Action as data (behaviour.md §12): which event, in which phase, under which guard, leads where. `decide`
 * looks every move up here, and the state diagram in docs is drawn from it.
 */
import type { Guard, GuardContext, LifecycleEvent, Transition } from '../../shared/transition.ts';
import type { Phase } from '../../shared/words.ts';

/** Each guard by the words it has in the table. */
export const GUARDS: Readonly<Record<Guard, (context: GuardContext) => boolean>> = {
  'response expected': (context: GuardContext) => context.responseExpected,
  'no response expected': (context: GuardContext) => !context.responseExpected,
  'n < M': (context: GuardContext) => context.retryCount < context.maximum,
  'n ≥ M': (context: GuardContext) => context.retryCount >= context.maximum,
  'auto-complete': (context: GuardContext) => context.autoComplete,
  'no auto-complete': (context: GuardContext) => !context.autoComplete,
  'clock from launch': (context: GuardContext) => context.clockFromLaunch,
  'error bar shown': (context: GuardContext) => context.showsErrorBar,
};

/** The phases in which an API Action waits; `Waiting` is what people see. */
export const WAITING_PHASES: readonly Phase[] = ['calling', 'retry pending', 'awaiting response'];
const OPEN_PHASES: readonly Phase[] = [...WAITING_PHASES, 'manual'];

/** One row a phase. Where it leads out of `calling`, the call in flight is cut off (R39). */
const inEach = (phases: readonly Phase[], row: Omit<Transition, 'from' | 'to'> & { to?: Phase }): Transition[] =>
  phases.map((from) => {
    const { to = from, effects, rules } = row;
    return from === 'calling' && to !== 'calling'
      ? { ...row, from, to, effects: ['cut the call off', ...effects], rules: [...rules, 'R39'] }
      : { ...row, from, to };
  });

export const TRANSITIONS: readonly Transition[] = [
  {
    from: 'calling',
    event: 'accepted',
    guard: 'response expected',
    to: 'awaiting response',
    effects: ['start the response clock'],
    rules: ['R4', 'R35'],
  },
  {
    from: 'calling',
    event: 'accepted',
    guard: 'no response expected',
    to: 'closed',
    status: 'Closed',
    reason: 'Updated by Enate',
    resolutionMethod: 'Done Successfully',
    effects: ['Case goes on'],
    rules: ['R5', 'R46'],
  },
  {
    from: 'calling',
    event: 'failed',
    guard: 'n < M',
    to: 'retry pending',
    effects: ['schedule a retry'],
    rules: ['R6', 'R12'],
  },
  {
    from: 'calling',
    event: 'failed',
    guard: 'n ≥ M',
    to: 'closed',
    status: 'Closed',
    reason: 'Updated by Enate',
    resolutionMethod: 'Not Done Successfully',
    effects: ['keep the error bar', 'escalate'],
    rules: ['R14', 'R16', 'R44'],
  },
  { from: 'retry pending', event: 'retry due', to: 'calling', effects: ['start a call'], rules: ['R11'] },
  { from: 'retry pending', event: 'Retry clicked', to: 'calling', effects: ['start a call'], rules: ['R11', 'R12'] },
  {
    from: 'retry pending',
    event: 'maximum saved',
    guard: 'n < M',
    to: 'retry pending',
    effects: ['show the maximum'],
    rules: ['R18', 'R19', 'R23'],
  },
  {
    from: 'retry pending',
    event: 'maximum saved',
    guard: 'n ≥ M',
    to: 'closed',
    status: 'Closed',
    reason: 'Updated by Enate',
    resolutionMethod: 'Not Done Successfully',
    effects: ['show the maximum', 'keep the error bar', 'escalate'],
    rules: ['R18', 'R19', 'R21'],
  },
  { from: 'calling', event: 'maximum saved', to: 'calling', effects: ['show the maximum'], rules: ['R18', 'R22'] },
  {
    from: 'closed',
    event: 'maximum saved',
    guard: 'error bar shown',
    to: 'closed',
    effects: ['show the maximum'],
    rules: ['R18', 'R19'],
  },
  ...inEach(WAITING_PHASES, {
    event: 'successful response',
    to: 'closed',
    status: 'Closed',
    reason: 'Updated by Integration',
    resolutionMethod: 'Done Successfully',
    effects: ['write data', 'Case goes on'],
    rules: ['R25', 'R27', 'R46'],
  }),
  ...inEach(WAITING_PHASES, {
    event: 'unsuccessful response',
    to: 'manual',
    status: 'To Do',
    reason: 'Updated by Integration',
    effects: ['write data', 'allocate'],
    rules: ['R26', 'R27', 'R42'],
  }),
  {
    from: 'awaiting response',
    event: 'response timeout',
    to: 'manual',
    status: 'To Do',
    reason: 'Timeout',
    effects: ['allocate'],
    rules: ['R32', 'R41'],
  },
  ...inEach(['calling', 'retry pending'], {
    event: 'response timeout',
    guard: 'clock from launch',
    to: 'manual',
    status: 'To Do',
    reason: 'Timeout',
    effects: ['allocate'],
    rules: ['R32', 'R35', 'R41'],
  }),
  ...inEach(WAITING_PHASES, {
    event: 'due date',
    guard: 'auto-complete',
    to: 'closed',
    status: 'Closed',
    reason: 'Timeout',
    resolutionMethod: 'No response returned',
    effects: ['Case goes on'],
    rules: ['R33', 'R36', 'R46'],
  }),
  ...inEach(WAITING_PHASES, {
    event: 'due date',
    guard: 'no auto-complete',
    effects: ['mark overdue'],
    rules: ['R33'],
  }),
  { from: 'manual', event: 'due date', to: 'manual', effects: ['mark overdue'], rules: ['R33', 'R34'] },
  {
    from: 'manual',
    event: 'take',
    to: 'manual',
    status: 'In Progress',
    reason: 'Updated by resource',
    effects: [],
    rules: ['R50'],
  },
  {
    from: 'manual',
    event: 'unassign',
    to: 'manual',
    status: 'To Do',
    reason: 'Updated by resource',
    effects: [],
    rules: ['R50'],
  },
  {
    from: 'manual',
    event: 'complete',
    to: 'closed',
    status: 'Closed',
    reason: 'Updated by resource',
    resolutionMethod: 'Done Successfully',
    effects: ['Case goes on'],
    rules: ['R50', 'R46'],
  },
  {
    from: 'manual',
    event: 'unable to complete',
    to: 'closed',
    status: 'Closed',
    reason: 'Updated by resource',
    resolutionMethod: 'Not Done Successfully',
    effects: ['escalate'],
    rules: ['R47', 'R44'],
  },
  ...inEach(OPEN_PHASES, {
    event: 'Case reworked',
    to: 'closed',
    status: 'Closed',
    reason: 'Updated by resource',
    resolutionMethod: 'Rework',
    effects: [],
    rules: ['R49'],
  }),
  ...inEach(OPEN_PHASES, {
    event: 'Case cancelled',
    to: 'closed',
    status: 'Closed',
    reason: 'Updated by resource',
    resolutionMethod: 'Cancelled',
    effects: [],
    rules: ['R49'],
  }),
];

type Rows = { readonly [P in Phase]?: { readonly [E in LifecycleEvent]?: readonly Transition[] } };

const BY_PHASE_AND_EVENT: Rows = (() => {
  const rows: { [P in Phase]?: { [E in LifecycleEvent]?: Transition[] } } = {};
  for (const row of TRANSITIONS) {
    rows[row.from] ??= {};
    const events = rows[row.from] as { [E in LifecycleEvent]?: Transition[] };
    events[row.event] ??= [];
    events[row.event]?.push(row);
  }
  return rows;
})();

/** The move that `event` makes in `phase`, or `undefined` where the table has none: then the event does not apply. */
export function transition(phase: Phase, event: LifecycleEvent, context: GuardContext): Transition | undefined {
  const rows = BY_PHASE_AND_EVENT[phase]?.[event];
  return rows?.find((row) => row.guard === undefined || GUARDS[row.guard](context));
}
