/** The recorder: a walk becomes a file that passes on both transports and plays as a lesson. */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadScenario } from '../../src/main/scenario/load.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { isRejection } from '../../src/shared/errors.ts';
import type { Command } from '../../src/shared/inputs.ts';
import type { AddedStep, Expectable } from '../../src/shared/recording.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';
import type { World } from '../../src/shared/world.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { whatToExpect } from '../../src/views/expected/expect-this.ts';
import { DEFINITIONS, MINUTE } from '../support/given.ts';
import { act, definitions } from '../support/lives.ts';
import { perform } from '../support/performing.ts';
import { play } from '../support/playing.ts';
import { simulating } from '../support/simulating.ts';

const DOWN = {
  ...DEFINITIONS,
  title: 'Before',
  summary: 'Not this.',
  tags: ['other'] as string[],
  externalApis: { erp: { url: 'https://erp.example.test/', otherwise: { fail: 'refused' } } },
} as const;

async function opened(text: ScenarioText = DOWN): Promise<Simulator> {
  const simulator = await simulating(text);
  onTestFinished(() => simulator.close());
  return simulator;
}

async function done(simulator: Simulator, ...commands: Command[]): Promise<void> {
  for (const each of commands) expect(await simulator.workspace.acts.act(each)).toMatchObject({ rejected: false });
}

async function expected(simulator: Simulator, of: Expectable, field: string): Promise<void> {
  expect(await simulator.recorder.expect(of, field)).toEqual(expect.any(String));
}

function fileOf(simulator: Simulator, { isLesson = false } = {}): string {
  const file = simulator.recorder.file({ title: 'Recorded', isLesson });
  return isRejection(file) ? expect.unreachable(file.message) : file.text;
}

const sentences = ({ recorder }: Simulator) => recorder.state()?.steps.map(({ sentence }) => sentence);

const QUESTION = { question: 'What does it show?', answers: ['0 of 4', '1 of 4'], right: 2 };

/** About thirty clicks: Builder, External APIs, a Case, its Action, people, the clock, and what is said and expected between. */
async function walk(simulator: Simulator): Promise<void> {
  const { recorder, clock, workspace } = simulator;
  await recorder.begin();
  await recorder.add({ chapter: 'A new Action type' });
  await done(
    simulator,
    { type: 'createDefinition', definition: { section: 'queues', name: 'Late' } },
    {
      type: 'createDefinition',
      definition: {
        section: 'actionTypes',
        name: 'pay',
        value: { externalApi: 'erp', responseExpected: true, autoCompleteOnTimeout: false },
      },
    },
    {
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'pay', change: { allocation: { queue: 'Late' }, due: 3_600_000 } },
    },
    {
      type: 'createDefinition',
      definition: { section: 'caseTypes', name: 'order', value: { owner: 'dana', process: ['pay', 'check'] } },
    },
    { type: 'saveDefinition', definition: { section: 'settings', change: { retry: { max: 4 } } } },
  );
  await recorder.add({ say: 'An order is paid while the ERP is down.' });
  await done(simulator, { type: 'launchCases', caseType: 'order' });
  await recorder.add({ show: { action: 'order-1/pay' } });
  await clock.next();
  await recorder.add({ ask: QUESTION });
  await done(simulator, { type: 'retry', action: 'order-1/pay/1', by: 'dana' });
  await expected(simulator, { action: 'order-1/pay' }, 'retries');
  await clock.advance({ by: 5 * MINUTE });
  await expected(simulator, { action: 'order-1/pay' }, 'reason');
  await recorder.add({ chapter: 'The API comes back' });
  await done(simulator, { type: 'switchApi', name: 'erp', to: 'Up' });
  await clock.nextRetry();
  await expected(simulator, { action: 'order-1/pay' }, 'status');
  await workspace.acts.respond({ action: 'order-1/pay', outcome: 'success', data: { paid: true } });
  await done(simulator, { type: 'switchApi', name: 'erp', to: 'As configured' });
  await expected(simulator, { action: 'order-1/check' }, 'queue');
  await done(simulator, { type: 'take', action: 'order-1/check/1', by: 'omar' });
  await expected(simulator, { action: 'order-1/check' }, 'assignee');
  await clock.advance({ to: '11:15' });
  await done(simulator, { type: 'complete', action: 'order-1/check/1', by: 'omar' });
  await expected(simulator, { case: 'order-1' }, 'status');
  await done(simulator, { type: 'launchCase', case: 'C1' });
  await clock.untilIdle();
  await expected(simulator, { notifications: 'dana' }, 'count');
  await recorder.add({ say: 'The other Case got no response: its owner was told.' });
}

const RECORDED = `title: Recorded
start: 2026-01-05T09:00:00Z
queues: [AP, Late]
users:
  dana: {}
  omar: { queues: [AP] }
  ines: { queues: [AP] }
externalApis:
  erp: { url: https://erp.example.test/, otherwise: { fail: refused } }
actionTypes:
  post:
    title: Post invoice
    externalApi: erp
    responseWithin: 30m
    allocation: { queue: AP, user: omar, secondaryUser: ines }
  check: { title: Check, manual: true, allocation: { queue: AP } }
  pay: { externalApi: erp, due: 1h, allocation: { queue: Late } }
caseTypes:
  order: { owner: dana, process: [pay, check] }
cases:
  C1: { owner: dana, data: { invoiceId: INV-1 }, process: [post] }
steps:
  - chapter: A new Action type
  - set: { retry: { max: 4 } }
  - say: An order is paid while the ERP is down.
  - launch: { caseType: order }
  - show: { action: order-1/pay }
  - advance: 1m
  - ask: { question: What does it show?, answers: [0 of 4, 1 of 4], right: 2 }
  - retry: { action: order-1/pay, by: dana }
  - expect: { action: order-1/pay, retries: 2/4 }
  - advance: 5m
  - expect: { action: order-1/pay, reason: Updated by Enate }
  - chapter: The API comes back
  - set: { externalApi: erp, otherwise: { respond: { outcome: success } } }
  - advance: 7m
  - expect: { action: order-1/pay, status: Closed }
  - respond: { action: order-1/pay, outcome: success, data: { paid: true } }
  - set: { externalApi: erp, otherwise: { fail: refused } }
  - expect: { action: order-1/check, queue: AP }
  - take: { action: order-1/check, by: omar }
  - expect: { action: order-1/check, assignee: omar }
  - advance: 2h2m
  - resolve: { action: order-1/check, by: omar, as: complete }
  - expect: { case: order-1, status: Closed }
  - launch: { case: C1 }
  - advance: 15m
  - expect: { notifications: dana, count: 1 }
  - say: "The other Case got no response: its owner was told."
`;

describe('a recorded walk', () => {
  it('is readable, passes on both transports, and leads to the same world', async () => {
    const simulator = await opened();
    await walk(simulator);
    const text = fileOf(simulator);
    expect(text.replace(/\[ (.*?) \]/g, '[$1]')).toBe(RECORDED);
    expect(simulator.recorder.state()).toMatchObject({
      leadCount: 0,
      begins: ['Begins with the queue Late.', 'Begins with the Action type pay.', 'Begins with the Case type order.'],
    });
    const played = await Promise.all((['direct', 'http'] as const).map((transport) => play(text, { transport })));
    expect(played.map(({ failures }) => failures)).toEqual([[], []]);
    expect(played[0]?.world).toBe(played[1]?.world);
    expect(cases(played[0]?.world as string)).toEqual(cases(json(simulator.workspace.world)));
  });

  it('plays as a lesson, beat by beat, and no step fails', async () => {
    const simulator = await opened();
    await walk(simulator);
    const text = fileOf(simulator, { isLesson: true });
    expect(await simulator.opener.openText('recorded.yaml', text)).toEqual({ ok: true });
    expect(simulator.lesson.state()?.title).toBe('Recorded');
    const told: unknown[] = [];
    while (simulator.lesson.state()?.isAtEnd === false) {
      expect(await simulator.lesson.next()).toEqual({ ok: true });
      const { narration, question } = simulator.lesson.state() ?? {};
      told.push(question?.reveal ? 'the answer' : (question?.text ?? narration));
    }
    expect(told).toEqual([
      'An order is paid while the ERP is down.',
      QUESTION.question,
      'the answer',
      'The other Case got no response: its owner was told.',
    ]);
    expect(simulator.player.state()?.steps.filter(({ state }) => state === 'failed')).toEqual([]);
  });

  it('survives a restart and goes back with history', async () => {
    const simulator = await opened();
    await walk(simulator);
    const whole = sentences(simulator);
    const text = fileOf(simulator);
    await simulator.workspace.restart();
    expect(sentences(simulator)).toEqual(whole);
    expect(fileOf(simulator)).toBe(text);
    for (let event = 0; event < 5; event += 1) expect(await simulator.history.previous()).toBe(true);
    const back = sentences(simulator) ?? [];
    expect(back.length).toBeLessThan(whole?.length ?? 0);
    expect((await play(fileOf(simulator))).failures).toEqual([]);
    while (await simulator.history.next());
    expect(sentences(simulator)).toEqual(whole);
  });
});

const json = (world: World) => JSON.stringify(worldToJson(world));
const cases = (world: string) => {
  const { cases: all, actions, notifications, plannedLaunches, plannedResponses } = JSON.parse(world);
  return { all, actions, notifications, plannedLaunches, plannedResponses };
};

describe('what was there before', () => {
  it('leads to where the recording begins, with a remark at each part', async () => {
    const simulator = await opened();
    await done(simulator, { type: 'launchCase', case: 'C1' });
    await simulator.clock.advance({ by: 2 * MINUTE });
    await simulator.recorder.begin();
    await done(simulator, { type: 'retry', action: 'C1/post/1', by: 'omar' });
    expect(simulator.recorder.state()).toMatchObject({ leadCount: 2, steps: [{ added: null }] });
    const text = fileOf(simulator);
    expect(text).toContain('  # What led to where the recording begins.\n  - launch:');
    expect(text).toContain('  # The recording.\n  - retry:');
    expect((await play(text)).failures).toEqual([]);
  });

  it('is configured in the file’s beginning, and what is configured while recording is a step', async () => {
    const simulator = await opened();
    const max = (value: number): Command => ({
      type: 'saveDefinition',
      definition: { section: 'settings', change: { retry: { max: value } } },
    });
    await done(simulator, max(3));
    await simulator.recorder.begin();
    await done(simulator, max(7));
    const text = fileOf(simulator);
    expect(text).toContain('max: 3');
    expect(sentences(simulator)).toEqual(['Changes the system-wide settings: maximum retries 7.']);
  });
});

describe('what is added by hand', () => {
  it('is refused where nothing is recorded, and a second recording while one goes on', async () => {
    const simulator = await opened();
    const nothing = { message: 'Nothing is being recorded. Press Record first.' };
    expect(await simulator.recorder.add({ say: 'Look.' })).toMatchObject(nothing);
    expect(await simulator.recorder.expect({ case: 'C1' }, 'status')).toMatchObject(nothing);
    expect(await simulator.recorder.end()).toMatchObject(nothing);
    expect(simulator.recorder.file({ title: 'x', isLesson: false })).toMatchObject({
      message: 'Nothing has been done yet.',
    });
    await simulator.recorder.begin();
    expect(await simulator.recorder.begin()).toMatchObject({ message: 'A recording is going on already.' });
    expect(await simulator.recorder.expect({ case: 'C9' }, 'status')).toMatchObject({ code: 'unknown' });
  });

  it('can be said in other words and removed, in its place, also after a restart', async () => {
    const simulator = await opened();
    const { recorder } = simulator;
    await recorder.begin();
    await recorder.add({ say: 'One.' });
    await done(simulator, { type: 'launchCase', case: 'C1' });
    await recorder.add({ say: 'Two.' });
    await expected(simulator, { action: 'C1/post' }, 'status');
    expect(await recorder.change(1, { say: 'First.' })).toEqual({ ok: true });
    expect(await recorder.change(1, { chapter: 'First' })).toMatchObject({ message: expect.stringContaining('say') });
    expect(await recorder.change(2, null)).toEqual({ ok: true });
    expect(await recorder.change(2, { say: 'Again.' })).toMatchObject({ code: 'unknown' });
    const steps = ['Says: “First.”', 'Launches the Case C1.', 'Expects that C1/post is Waiting.'];
    expect(sentences(simulator)).toEqual(steps);
    await simulator.workspace.restart();
    expect(sentences(simulator)).toEqual(steps);
    await recorder.add({ say: 'Three.' });
    expect(recorder.state()?.steps.at(-1)?.added?.id).toBe(4);
  });

  it('stays in its place when the recording has ended, and is exported; it is no event and no detour', async () => {
    const simulator = await opened();
    const { recorder } = simulator;
    await recorder.begin();
    await recorder.add({ say: 'Look.' });
    await done(simulator, { type: 'launchCase', case: 'C1' });
    await recorder.end();
    expect(recorder.state()).toBeNull();
    expect(simulator.clock.state().recordedCount).toBeNull();
    expect(simulator.exportScenario().text).toContain('- say: Look.');
    expect(simulator.history.events({}).events).toHaveLength(1);
  });

  it('follows what is renamed', async () => {
    const simulator = await opened();
    await simulator.recorder.begin();
    await done(simulator, { type: 'launchAction', case: 'C1', actionType: 'check' });
    await expected(simulator, { queue: 'AP' }, 'actions');
    await simulator.recorder.add({ show: { inbox: 'dana' } });
    await done(
      simulator,
      { type: 'renameDefinition', section: 'queues', name: 'AP', to: 'Accounts Payable' },
      { type: 'renameDefinition', section: 'users', name: 'dana', to: 'Dana Reyes' },
    );
    const text = fileOf(simulator);
    expect(text).toContain('queue: Accounts Payable');
    expect(text).toContain('inbox: Dana Reyes');
    expect((await play(text)).failures).toEqual([]);
  });
});

it('the present course so far is a lesson too, told act by act where nothing was said', async () => {
  const simulator = await opened();
  await done(simulator, { type: 'launchCase', case: 'C1' });
  await simulator.clock.advance({ by: 3 * MINUTE });
  await done(simulator, { type: 'retry', action: 'C1/post/1', by: 'omar' });
  const text = fileOf(simulator, { isLesson: true });
  await simulator.opener.openText('course.yaml', text);
  const narrations: unknown[] = [];
  while (simulator.lesson.state()?.isAtEnd === false) {
    await simulator.lesson.next();
    narrations.push(simulator.lesson.state()?.narration);
  }
  expect(narrations).toEqual(['Launches the Case C1.', 'Lets 3 min pass.', 'omar clicks Retry on C1/post.']);
});

type Recorded = Parameters<typeof perform>[1] | { readonly add: AddedStep } | { readonly of: Expectable };

const recorded: fc.Arbitrary<Recorded> = fc.oneof(
  { weight: 4, arbitrary: act },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Recorded>(
      { of: { action: 'C1/post' } },
      { of: { action: 'C1/check' } },
      { of: { action: 'C1/post/2' } },
      { of: { case: 'C1' } },
      { of: { notifications: 'dana' } },
      { of: { queue: 'AP' } },
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<Recorded>({ add: { say: 'Look.' } }, { add: { show: { case: 'C1' } } }) },
);

it('whatever was recorded, from wherever: the file passes, and ends where the workspace stands', async () => {
  const lives = fc.tuple(definitions, fc.array(act, { maxLength: 5 }), fc.array(recorded, { maxLength: 20 }));
  await fc.assert(
    fc.asyncProperty(lives, async ([text, before, acts]) => {
      const lived = await simulating(text);
      try {
        for (const each of before) await perform(lived, each);
        await lived.recorder.begin();
        await lived.workspace.acts.act({ type: 'launchCase', case: 'C1' });
        for (const each of acts) {
          if ('add' in each) await lived.recorder.add(each.add as { say: string });
          else if ('of' in each) {
            for (const { field } of whatToExpect(lived.workspace.world, each.of)) await expected(lived, each.of, field);
          } else await perform(lived, each);
        }
        // Where all of it was refused there is nothing to keep, and `file` says so.
        fc.pre((lived.recorder.state()?.steps.length ?? 0) > 0);
        const file = fileOf(lived);
        expect(loadScenario(file, 'recorded.yaml')).toMatchObject({ ok: true });
        const played = await play(file);
        expect(played.failures).toEqual([]);
        expect(cases(played.world)).toEqual(cases(json(lived.workspace.world)));
      } finally {
        await lived.close();
      }
    }),
    { numRuns: 100 },
  );
});
