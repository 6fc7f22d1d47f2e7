/** A step that takes long ends where it is once its signal is raised. */
import { expect, it } from 'vitest';
import { bareStage } from '../../../src/main/bare-stage/stage.ts';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { takeStep } from '../../../src/main/scenario/take-step.ts';

/** A hundred retries for each of a thousand Cases. */
const LONG = (step: string) => `
users: { dana: {} }
settings: { retry: { max: 100, first: 1s, factor: 1 } }
externalApis: { erp: { url: https://erp.example.test/, otherwise: { fail: refused } } }
actionTypes: { post: { externalApi: erp } }
caseTypes: { many: { owner: dana, process: [post] } }
steps:
  - launch: { caseType: many, count: 1000, every: 1s }
  - ${step}
`;

it.each([
  'advance: 1d',
  'advance: { until: idle }',
  'next: 1000000',
  'advance: { until: { clock: { scheduled: 0 } } }',
])('%s', async (step) => {
  const loaded = loadScenario(LONG(step), 'a.yaml');
  const { scenario } = loaded.ok ? loaded : expect.unreachable();
  const controller = new AbortController();
  const stage = bareStage(scenario, { signal: controller.signal });
  const [launch, long] = scenario.steps;
  if (launch === undefined || long === undefined) return expect.unreachable();
  await takeStep(stage, launch, 1);
  setImmediate(() => controller.abort(new Error('enough')));
  await expect(takeStep(stage, long, 2)).rejects.toThrow('enough');
  expect(stage.scheduledCount).toBeGreaterThan(0);
  expect(stage.now).toBeGreaterThan(stage.world.startAt);
});
