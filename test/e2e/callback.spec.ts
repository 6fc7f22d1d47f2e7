/** A waiting Action is answered from outside by HTTP, as curl would, and the screen shows it at once. */
import { expect, test } from './support/app.ts';
import { requestOf, send } from './support/curl.ts';
import { SILENT, TIMEOUT } from './support/scenarios.ts';

const ACTION = '/cases/INV-1/actions/post-entry';

test.describe('an API that never answers by itself', () => {
  test.use({ scenario: SILENT });

  test.beforeEach(async ({ app, page, action }) => {
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
    await app.open(page, ACTION);
    await action.expectInfo({ Status: 'Waiting', Phase: 'awaiting response' });
    await expect(action.errorBar).toBeHidden();
  });

  test('the printed curl: accepted, repeated, another one refused', async ({ page, app, action, casePage }) => {
    await action.answerByHand.getByRole('textbox', { name: 'Data fields' }).fill('{"entryNumber": "E-1\'s"}');
    await expect.poll(() => action.curl()).toContain('entryNumber');
    const request = requestOf(await action.curl());
    expect(JSON.parse(request.body)).toEqual({ outcome: 'success', data: { entryNumber: "E-1's" } });

    expect(await send(request)).toBe(200);
    await action.expectInfo({
      Status: expect.stringContaining('Closed'),
      'Resolution method': 'Done Successfully',
      Reason: 'Updated by Integration',
    });
    expect(await send(request)).toBe(200);
    expect(await send({ ...request, body: '{"outcome":"unsuccessful","reason":"Changed my mind"}' })).toBe(409);

    const responses = await action.showRecords('Responses');
    await expect(responses.getByRole('row')).toHaveCount(1 + 3);
    await expect(responses.getByRole('row', { name: 'Response 1', exact: true })).toContainText(/Accepted.*200$/);
    await expect(responses.getByRole('row', { name: 'Response 2', exact: true })).toContainText(/Duplicate.*200$/);
    await expect(responses.getByRole('row', { name: 'Response 3', exact: true })).toContainText(/Refused.*409$/);
    await action.expectInfo({ 'Resolution method': 'Done Successfully', 'Rejected Reason': '–' });

    // Typed data would be lost: it asks.
    await app.visit(page, '/cases/INV-1');
    const asked = page.getByRole('dialog', { name: 'Leave without saving?' });
    await asked.getByRole('button', { name: 'Discard' }).click();
    await expect(casePage.data('entryNumber')).toContainText("E-1's");
  });

  test('malformed 400, wrong token 401, unknown token 404; the Action waits on', async ({ page, action }) => {
    const request = requestOf(await action.curl());
    for (const body of ['{"outcome": "succ', '{"outcome":"perhaps"}', '[]', '']) {
      expect(await send({ ...request, body }), `status for ${JSON.stringify(body)}`).toBe(400);
    }
    const other = new URL(request.url);
    expect(await send({ ...request, url: `${other.origin}/callbacks/no-such-token` })).toBe(404);
    await action.answerByHand.getByRole('checkbox', { name: 'Wrong token' }).check();
    await expect.poll(() => action.curl()).not.toContain(request.url);
    expect(await send(requestOf(await action.curl()))).toBe(401);

    await action.expectInfo({ Status: 'Waiting', Phase: 'awaiting response', Retries: '0/5' });
    const responses = await action.showRecords('Responses');
    await expect(responses.getByRole('row')).toHaveCount(1 + 5);
    await expect(page.getByText('5 responses changed nothing.', { exact: true })).toBeVisible();
    for (let more = 0; more < 20; more += 1) expect(await send({ ...request, body: '[]' })).toBe(400);
    await expect(page.getByText('25 responses changed nothing; the last 20 of them are kept.')).toBeVisible();
    await expect(responses).toHaveAttribute('aria-rowcount', String(1 + 20));

    await action.answerByHand.getByRole('checkbox', { name: 'Wrong token' }).uncheck();
    expect(await send(request)).toBe(200);
    await action.expectInfo({ 'Resolution method': 'Done Successfully' });
  });

  test('unsuccessful: to people, with the Rejected Reason, and the owner is not told', async ({ action, frame }) => {
    const request = requestOf(await action.curl());
    expect(await send({ ...request, body: '{"outcome":"unsuccessful","reason":"Unknown supplier"}' })).toBe(200);
    await action.expectInfo({
      Status: 'To Do',
      Reason: 'Updated by Integration',
      'Rejected Reason': 'Unknown supplier',
      Queue: 'Finance',
    });
    await expect(action.errorBar).toBeHidden();
    await frame.expectUnread(0);
    expect(await send({ ...request, body: '{"outcome":"success"}' })).toBe(409);
    await action.expectInfo({ Status: 'To Do' });
  });

  test('by the screen itself: Send response says what became of it', async ({ action, page }) => {
    await action.answer.getByRole('radio', { name: 'Malformed body' }).check();
    await action.button('Send response').click();
    await expect(action.answerByHand.getByRole('alert')).toContainText('HTTP 400');
    await action.answer.getByRole('radio', { name: 'Unsuccessful' }).check();
    await action.answerByHand.getByRole('textbox', { name: 'Reason' }).fill('Amount mismatch');
    await action.button('Send response').click();
    await expect(action.answerByHand.getByRole('status')).toContainText('HTTP 200');
    await action.expectInfo({ Status: 'To Do', 'Rejected Reason': 'Amount mismatch' });
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test.describe('an answer after the timeout', () => {
  test.use({ scenario: TIMEOUT });

  test('is refused as late and leaves everything as it is', async ({ app, page, action }) => {
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
    await app.open(page, ACTION);
    const request = requestOf(await action.curl());
    await app.server.advance('20m');
    await action.expectInfo({ Status: 'To Do', Reason: 'Timeout' });
    expect(await send(request)).toBe(409);
    const responses = await action.showRecords('Responses');
    await expect(responses.getByRole('row', { name: 'Response 1', exact: true })).toContainText(/Late, refused.*409$/);
    await action.expectInfo({ Status: 'To Do', Reason: 'Timeout' });
  });
});
