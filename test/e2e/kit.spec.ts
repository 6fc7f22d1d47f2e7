/** The Playwright kit as somebody has it who installed the package. `@core` is what is also tried in the desktop app over a stand-in. */
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'trigger-lab/playwright';
import { REFUSED, TIMEOUT } from './support/scenarios.ts';

const INVOICE = 'INV-1/post-invoice';

/** What a matcher says that gave up. */
async function said(matching: Promise<unknown>): Promise<string> {
  const error = await matching.then(
    () => new Error('it held'),
    (error: Error) => error,
  );
  return stripVTControlCharacters(error.message);
}

test.describe('an External API that refuses every call', () => {
  test.use({ scenario: REFUSED, startAt: `/cases/${INVOICE.replace('/', '/actions/')}` });

  test('the page is there already, and shows what the test does beside it', { tag: '@core' }, async ({
    lab,
    action,
  }) => {
    await lab.launch('INV-1');
    await action.expectRetried(0, 5);
    await lab.nextRetry();
    await action.expectRetried(1, 5);
    await action.retryButton.click();
    await expect(lab.action(INVOICE)).toHaveRetries('2/5');
    await expect(lab.action(INVOICE)).toShowErrorBar({ retries: 2, max: 5, nextRetryAt: '+5m' });
  });

  test('a matcher waits for what comes, and for what goes', async ({ lab }) => {
    await lab.launch('INV-1');
    const comes = expect(lab.action(INVOICE)).toHaveStatus('Closed', { resolutionMethod: 'Not Done Successfully' });
    const goes = expect(lab.action(INVOICE)).not.toHaveStatus('Waiting');
    await lab.untilIdle();
    await Promise.all([comes, goes]);
    await expect(lab.case('INV-1')).toNeedAttention({ problemAction: INVOICE });
    await expect(lab.user('dana')).toBeToldOnce({ action: INVOICE });
    await expect(lab.case('INV-2')).not.toNeedAttention();
    await expect(lab.user('lee')).not.toBeToldOnce();
  });

  test('a matcher that gives up says what differs, and what happened', async ({ lab }) => {
    await lab.launch('INV-1');
    await lab.next(2);
    const matching = expect(lab.action(INVOICE)).toHaveRetries('4/7', { timeout: 30 });
    const message = await said(matching);
    expect(message).toContain('retries: expected "4/7", but it is "2/5"');
    expect(message).toMatch(/^ {2}\+1m Integration: Call 2 failed: The connection was refused$/m);
    expect(message).toContain('Waited for 30 ms.');
    expect(await said(expect(lab.action(INVOICE)).not.toHaveRetries('2/5', { timeout: 0 }))).toContain(
      'It should not be so: {"retries": "2/5"}',
    );
    expect(await said(expect(lab.action('INV-9/nothing')).not.toHaveStatus('Closed', {}, { timeout: 0 }))).toContain(
      'There is no Action INV-9/nothing.',
    );
  });

  test('what happened is shown as coverage of the state table', async ({ lab, page, coverage }) => {
    await lab.launch('INV-1');
    await lab.untilIdle();
    await page.goto(lab.at('/scenarios/coverage/workspace'));
    await expect(coverage.inShort).toContainText('rows of the state table');
    const endings = await coverage.show('Endings');
    await coverage.search.fill('Not Done Successfully');
    await expect(endings).toContainText('Not Done Successfully');
    await expect(endings).not.toContainText('Rejected');
  });

  test('the next test knows nothing of it', async ({ lab }) => {
    expect((await lab.client.state.all({ offset: 0, limit: 10 })).actions.total).toBe(0);
    expect((await lab.clock()).now).toBe('+0s');
  });
});

test.describe('an External API that is silent', () => {
  test.use({ scenario: TIMEOUT });

  test('answers by the test, and switches', { tag: '@core' }, async ({ lab }) => {
    await lab.launch('INV-1');
    expect(await lab.respond({ action: 'INV-1/post-entry', outcome: 'success' })).toBe(200);
    await expect(lab.case('INV-1')).toHaveStatus('Closed');
    await lab.switchApi('ledger', 'Down');
    await lab.launch('INV-2');
    await expect(lab.action('INV-2/post-entry')).toShowErrorBar();
    expect(await lab.requests('ledger')).toMatchObject([{ action: 'INV-1/post-entry' }, {}]);
    await expect(lab.retry('INV-1/post-entry')).rejects.toThrow(/closed/i);
    const wrong = 'down' as 'Down';
    await expect(lab.switchApi('ledger', wrong)).rejects.toThrow(/^to: .*Silent/);
  });
});

test.describe('a scenario as a value', () => {
  test.use({
    vars: { wait: '5m' },
    scenario: {
      params: { wait: '1m' },
      users: { dana: {} },
      cases: { C1: { owner: 'dana' } },
      steps: [{ advance: '$wait' }, { expect: { clock: { now: '+6m' } } }],
    },
  });

  test('its steps are the test’s to take, and say how they ended', { tag: '@core' }, async ({ lab }) => {
    const report = await lab.play();
    expect(report).toMatchObject({ passed: false, steps: [{ state: 'passed' }, { state: 'failed' }] });
    expect(await lab.check({ clock: { now: '+5m' } })).toEqual({ passed: true, mismatches: [] });
  });
});
