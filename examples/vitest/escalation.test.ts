import { openLab, runScenario } from 'trigger-lab';
import { expect, test } from 'vitest';

test.for([1, 3, 7])('after %d retries the Case needs its owner', async (max) => {
  const report = await runScenario({
    users: { dana: {} },
    externalApis: { erp: { url: 'https://erp.example.test/', otherwise: { fail: 'refused' } } },
    actionTypes: { post: { externalApi: 'erp' } },
    cases: { C1: { owner: 'dana', process: ['post'] } },
    settings: { retry: { max } },
    steps: [
      { launch: { case: 'C1' } },
      { advance: { until: 'idle' } },
      { expect: { action: 'C1/post', status: 'Closed', retries: `${max}/${max}` } },
      { expect: { case: 'C1', needsAttention: true } },
    ],
  });
  expect(report).toMatchObject({ passed: true, scenarios: [{ failures: [] }] });
});

test('a response closes the Case', async () => {
  const lab = await openLab({
    users: { dana: {} },
    externalApis: { erp: { url: 'https://erp.example.test/' } },
    actionTypes: { post: { externalApi: 'erp' } },
    cases: { C1: { owner: 'dana', process: ['post'] } },
  });
  await lab.launch('C1');
  await lab.respond({ action: 'C1/post', outcome: 'success' });
  expect(lab.case('C1').status).toBe('Closed');
  await lab.close();
});
