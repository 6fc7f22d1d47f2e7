import { expect, test } from 'trigger-lab/playwright';

test.use({ scenario: 'retry.yaml', startAt: '/cases/C1' });

test('three retries, then the Case owner is told', async ({ lab, casePage, frame }) => {
  await casePage.press('Launch');
  await expect(lab.action('C1/post')).toShowErrorBar({ retries: 0, max: 3, nextRetryAt: '+1m' });
  await frame.untilIdle();
  await expect(lab.action('C1/post')).toHaveRetries('3/3');
  await expect(lab.case('C1')).toNeedAttention({ problemAction: 'C1/post' });
  await expect(lab.user('dana')).toBeToldOnce();
  await expect(casePage.attention).toBeVisible();
});

test('the ERP is back in time', async ({ lab }) => {
  await lab.launch('C1');
  await lab.switchApi('erp', 'Up');
  await lab.nextRetry();
  await lab.respond({ action: 'C1/post', outcome: 'success' });
  await expect(lab.case('C1')).toHaveStatus('Closed');
  await expect(lab.user('dana')).not.toBeToldOnce();
});
