/** Trigger Lab as a library, as those see it who import it. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import {
  ExpectationError,
  InvalidScenarioError,
  type LabEvent,
  openLab,
  parseScenario,
  RefusedError,
  runScenario,
  type ScenarioText,
  type StepText,
} from '../../src/main/index.ts';
import { TRANSPORTS } from '../../src/main/scenario/transport.ts';

const SCENARIO = {
  title: 'Two failures',
  users: { dana: {} },
  externalApis: { erp: { url: 'https://erp.example.test/', calls: [{ fail: 'refused' }, { status: 503 }] } },
  actionTypes: { post: { externalApi: 'erp', responseWithin: '30m' } },
  cases: { C1: { owner: 'dana', process: ['post'] } },
  steps: [
    { launch: { case: 'C1' } },
    { advance: '3m' },
    { expect: { action: 'C1/post', phase: 'awaiting response', retries: '2/5' } },
  ],
} satisfies ScenarioText;
const TEXT = JSON.stringify(SCENARIO, null, 2);

describe('runScenario', () => {
  it('says of a scenario what the command line says', async () => {
    const report = await runScenario(SCENARIO, { seed: 7 });
    expect(report).toEqual({
      passed: true,
      scenarios: [
        {
          file: 'scenario.yaml',
          title: 'Two failures',
          passed: true,
          failures: [],
          warnings: [],
          seed: 7,
          transport: 'direct',
          rules: expect.arrayContaining(['R1', 'R6']),
          virtualDuration: 180_000,
          wallMs: expect.any(Number),
        },
      ],
    });
  });

  it('says of a text on which line a step has failed', async () => {
    const text = TEXT.replace('2/5', '3/5');
    const { passed, scenarios } = await runScenario(text, { file: 'a.json', transport: 'http' });
    expect(passed).toBe(false);
    const line = text.slice(0, text.indexOf('"expect"')).split('\n').length - 1;
    expect(scenarios[0]).toMatchObject({
      file: 'a.json',
      transport: 'http',
      failures: [{ step: 3, line, path: 'retries', expected: '3/5', actual: '2/5' }],
    });
  });

  it('says what is wrong with a scenario that cannot run, and throws nothing', async () => {
    const { passed, scenarios } = await runScenario('stesp: []', { file: 'a.yaml' });
    expect(passed).toBe(false);
    expect(scenarios[0]?.problems).toEqual([expect.stringMatching(/^a\.yaml:1:1: stesp: .*did you mean "steps"\?$/)]);
  });

  it('leads to the same, however many run at a time', async () => {
    const alone = await runScenario(SCENARIO);
    const many = await Promise.all(Array.from({ length: 20 }, () => runScenario(SCENARIO)));
    const withoutTime = ({ scenarios }: typeof alone) => scenarios.map(({ wallMs: _, ...rest }) => rest);
    for (const each of many) expect(withoutTime(each)).toEqual(withoutTime(alone));
  });

  it('fails what otherwise is a warning where it is asked to be strict', async () => {
    const twice = { ...SCENARIO, steps: [{ launch: { case: 'C1' } }, ...SCENARIO.steps] } satisfies ScenarioText;
    expect(await runScenario(twice)).toMatchObject({ passed: true, scenarios: [{ warnings: [{ kind: 'refusals' }] }] });
    const failed = { passed: false, scenarios: [{ failures: [{ step: 2, path: 'refusals' }], warnings: [] }] };
    expect(await runScenario(twice, { strict: true })).toMatchObject(failed);
    expect(await runScenario(twice, { strict: ['refusals'] })).toMatchObject(failed);
    expect(await runScenario(twice, { strict: ['past'] })).toMatchObject({ passed: true });
  });

  it('plays each example, with the values of parameters that it is given', async () => {
    const text = TEXT.replace('"2/5"', '"$retries"').replace(
      /\n}$/,
      ', "params": { "retries": "9/9" }, "examples": [{}, { "retries": "2/5" }]\n}',
    );
    const titled = async (vars: Record<string, string>) => {
      const { passed, scenarios } = await runScenario(text, { vars });
      return { passed, scenarios: scenarios.map((each) => [each.title, each.passed]) };
    };
    expect(await titled({})).toEqual({
      passed: false,
      scenarios: [
        ['Two failures', false],
        ['Two failures [retries=2/5]', true],
      ],
    });
    expect(await titled({ retries: '2/5' })).toMatchObject({ passed: true });
    const misspelled = parseScenario(text, { file: 'a.json', vars: { retires: '2/5' } });
    expect(misspelled).toMatchObject({
      problems: [{ message: 'there is no parameter "retires", did you mean "retries"?' }],
    });
    expect(parseScenario(SCENARIO, { vars: { retries: 1 } })).toMatchObject({
      problems: [{ message: 'there is no parameter "retries", expected no vars, as the file has no parameters' }],
    });
  });

  it('ends when it is told to, before it begins or on its way', async () => {
    await expect(runScenario(SCENARIO, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
    const long = { ...SCENARIO, steps: Array.from({ length: 5_000 }, () => ({ advance: '1s' })) };
    const controller = new AbortController();
    const run = runScenario(long, { signal: controller.signal });
    setImmediate(() => controller.abort(new Error('enough')));
    await expect(run).rejects.toThrow('enough');
  });
});

describe('parseScenario', () => {
  it('reads a text and a value alike', () => {
    const [text, value] = [parseScenario(TEXT), parseScenario(SCENARIO)];
    expect(text).toEqual(value);
    expect(text).toMatchObject({ ok: true, scenarios: [{ title: 'Two failures', scenario: { seed: 1 } }] });
  });

  it('has problems as data', () => {
    const parsed = parseScenario(TEXT.replace('"3m"', '"3 minuets"'), { file: 'a.json' });
    expect(parsed).toMatchObject({ ok: false, problems: [{ file: 'a.json', path: 'steps[1].advance' }] });
  });

  it.each([
    ['nothing', undefined],
    ['a function', () => 1],
    ['a value that holds itself', holdingItself()],
    ['a big number', { steps: [{ next: 1n }] }],
    ['a list', []],
  ])('refuses %s in words', (_, value) => {
    const parsed = parseScenario(value as unknown as ScenarioText);
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('expected a scenario') }],
    });
  });
});

function holdingItself(): object {
  const self: Record<string, unknown> = {};
  self.self = self;
  return self;
}

describe('openLab', () => {
  it('acts, moves time and reads what is so', async () => {
    await using lab = await openLab(SCENARIO);
    await lab.launch('C1');
    expect(lab.action('C1/post')).toMatchObject({ retries: '0/5', calls: 1, errorBar: { nextRetryAt: '+1m' } });
    await lab.next();
    expect(lab.clock()).toMatchObject({ now: '+1m', at: '2026-01-05T09:01:00.000Z', next: { kind: 'retry' } });
    await lab.advance('2m');
    await lab.expect({ action: 'C1/post', phase: 'awaiting response', retries: '2/5', errorBar: null });
    expect(lab.requests('erp').map(({ since }) => since)).toEqual(['+0s', '+1m', '+3m']);
    await lab.respond({ action: 'C1/post', outcome: 'success', data: { poNumber: '4711' } });
    expect(lab.case('C1')).toMatchObject({ status: 'Closed', data: { poNumber: '4711' } });
    expect(lab.timeline('C1').at(-1)).toMatchObject({ since: '+3m', kind: 'status change' });
    expect(lab.timeline('C1/post').map(({ kind }) => kind)).toContain('response accepted');
    expect(lab.notifications('dana')).toEqual([]);
    expect([lab.cases().length, lab.actions().length]).toEqual([1, 1]);
  });

  it('sets, switches, retries, relaunches and tells of Cases that need attention', async () => {
    await using lab = await openLab(SCENARIO, { seed: 3, transport: 'http' });
    await lab.switchApi('erp', 'Down');
    await lab.set({ retry: { max: 1 } });
    await lab.launch({ case: 'C1' });
    await lab.retry({ action: 'C1/post', by: 'dana' });
    await lab.expect({ case: 'C1', needsAttention: true, problemAction: 'C1/post' });
    expect(lab.notifications('dana')).toMatchObject([{ kind: expect.any(String), action: 'C1/post' }]);
    await lab.switchApi('erp', 'Silent');
    await lab.restart();
    await lab.act({ relaunch: { action: 'C1/post', by: 'dana' } });
    expect(lab.action('C1/post')).toMatchObject({ action: 'C1/post/2', phase: 'awaiting response' });
    await lab.advance({ until: { action: 'C1/post', reason: 'Timeout' }, atMost: '1h' });
  });

  it('takes the steps of the scenario when it is asked to', async () => {
    await using lab = await openLab(SCENARIO);
    expect(lab.actions()).toEqual([]);
    await lab.play();
    expect(lab.action('C1/post').retries).toBe('2/5');
    await lab.play();
    await using other = await openLab(TEXT.replace('2/5', '3/5'));
    await expect(other.play()).rejects.toThrow('retries: expected "3/5", actual "2/5"');
  });

  it('does what is asked for in that order, without waiting', async () => {
    const lab = await openLab(SCENARIO);
    const done = [lab.launch('C1'), lab.advance('3m'), lab.expect({ action: 'C1/post', retries: '2/5' }), lab.close()];
    await Promise.all(done);
    await expect(lab.next()).rejects.toThrow('the lab is closed');
  });

  it('throws what the rules refuse, with the rule, and goes on', async () => {
    await using lab = await openLab(SCENARIO);
    await lab.launch('C1');
    await expect(lab.launch('C1')).rejects.toThrow(RefusedError);
    await expect(lab.launch('C1')).rejects.toThrow(/^launch was refused: .*C1.*\(R\d+\)$/);
    await lab.act({ launch: { case: 'C1' }, refused: true });
    await expect(lab.act({ retry: { action: 'C1/post' }, refused: true })).rejects.toThrow(ExpectationError);
    await expect(lab.advance({ to: '+1s' }).then(() => lab.advance({ to: '+0s' }))).rejects.toThrow(
      'it is +1s already',
    );
    await expect(lab.retry('C1/psot')).rejects.toThrow('There is no Action C1/psot.');
    expect(() => lab.action('C1/psot')).toThrow('There is no Action C1/psot. Did you mean C1/post?');
    expect(() => lab.timeline('C2')).toThrow('There is no');
    expect(() => lab.notifications('dan')).toThrow('Did you mean dana?');
  });

  it('says in words what is not as expected, with the timeline', async () => {
    await using lab = await openLab(SCENARIO);
    await lab.launch('C1');
    const wrong = await lab.expect({ action: 'C1/post', retries: '1/5', calls: 2 }).catch((error) => error);
    expect(wrong).toBeInstanceOf(ExpectationError);
    expect(wrong.mismatches).toEqual([
      { path: 'retries', expected: '1/5', actual: '0/5' },
      { path: 'calls', expected: 2, actual: 1 },
    ]);
    expect(wrong.message).toMatch(
      /^action C1\/post is not as expected:\n {2}retries: expected "1\/5", actual "0\/5"\n.*\nIts timeline:\n {2}\+0s {2}Created/s,
    );
    const late = lab.advance({ until: { case: 'C1', status: 'Closed' }, atMost: '1m' });
    await expect(late).rejects.toThrow('case C1 is not as expected:\n  status: expected "Closed"');
  });

  it.each([
    ['a step that is none', { advence: '5m' }, /^unknown step "advence", did you mean "advance"\?$/],
    ['an expectation that checks nothing', { expect: { action: 'C1/post' } }, 'checks nothing'],
    ['nothing', undefined, 'found nothing'],
  ])('refuses %s', async (_, step, message) => {
    await using lab = await openLab(SCENARIO);
    const acted = lab.act(step as unknown as StepText);
    await expect(acted).rejects.toThrow(InvalidScenarioError);
    await expect(acted).rejects.toThrow(message);
  });

  it('refuses a scenario that cannot run, and an example that there is not', async () => {
    await expect(openLab('stesp: []')).rejects.toThrow('did you mean "steps"?');
    await expect(openLab(SCENARIO, { example: 2 })).rejects.toThrow('there is no example 2');
  });

  it('tells of what happens until it is told to stop; an error of a listener is its own', async () => {
    await using lab = await openLab(SCENARIO);
    const heard: LabEvent[] = [];
    const stop = lab.subscribe((event) => heard.push(event));
    await lab.launch('C1');
    expect(heard.map(({ subject, kind }) => `${subject}: ${kind}`)).toEqual(
      expect.arrayContaining(['C1: status change', 'C1/post: call failed', 'C1/post: retry scheduled']),
    );
    expect(heard).toContainEqual(expect.objectContaining({ since: '+0s', who: 'Integration', kind: 'call failed' }));
    const queued = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => undefined);
    const stopFailing = lab.subscribe(() => {
      throw new Error('my own');
    });
    await lab.next();
    stopFailing();
    expect(queued.mock.calls[0]?.[0]).toThrow('my own');
    expect(lab.action('C1/post').retries).toBe('1/5');
    stop();
    const count = heard.length;
    await lab.advance('1m');
    expect(heard).toHaveLength(count);
  });

  it.each(TRANSPORTS)('opens many at a time over %s, each for itself', async (transport) => {
    const labs = await Promise.all(Array.from({ length: 20 }, (_, seed) => openLab(SCENARIO, { seed, transport })));
    await Promise.all(labs.map((lab, index) => lab.launch('C1').then(() => lab.advance(`${index}m`))));
    expect(labs.map((lab) => lab.clock().now)).toEqual(labs.map((_, index) => `+${index === 0 ? '0s' : `${index}m`}`));
    await Promise.all(labs.map((lab) => lab.close()));
  });

  it.each(TRANSPORTS)('leaves nothing behind over %s, however often one is opened', async (transport) => {
    const opened: WeakRef<object>[] = [];
    const live = async (count: number) => {
      for (let index = 0; index < count; index += 1) {
        const lab = await openLab(SCENARIO, { transport });
        lab.subscribe(() => undefined);
        await lab.play();
        await lab.close();
        opened.push(new WeakRef(lab));
      }
      return process.getActiveResourcesInfo().length;
    };
    const resources = await live(2);
    // What the test's own process has open comes and goes.
    expect(await live(LAB_COUNT)).toBeLessThan(resources + LAB_COUNT / 5);
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    // The last one may be on the stack still.
    expect(opened.filter((lab) => lab.deref() !== undefined).length).toBeLessThan(2);
  });
});

/** `LAB_COUNT=1000` opens a thousand. */
const LAB_COUNT = Number(process.env.LAB_COUNT ?? 50);

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
