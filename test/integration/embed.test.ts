/** Trigger Lab as a library, as those see it who import it. */
import { describe, expect, it } from 'vitest';
import { parseScenario, runScenario, type ScenarioText } from '../../src/main/index.ts';

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

  it('ends when it is told to, before it begins or on its way', async () => {
    await expect(runScenario(SCENARIO, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
    const long = { ...SCENARIO, steps: Array.from({ length: 100_000 }, () => ({ advance: '1s' })) };
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
