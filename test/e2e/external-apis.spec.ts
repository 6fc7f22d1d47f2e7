/** The switch of an API: as configured, down, silent, real; and how long its calls really took. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from './support/app.ts';
import { send } from './support/curl.ts';
import { testOnDisk } from './support/own-server.ts';

/** It connects and answers with success after five minutes. */
const HEALTHY = `
title: An API that works
users: { dana: {} }
externalApis:
  ledger:
    url: https://ledger.example.test/entries
    otherwise: { acceptAfter: 1s, respond: { after: 5m, outcome: success, data: { entryNumber: "E-1" } } }
actionTypes:
  post-entry: { title: Post entry to the ledger, externalApi: ledger }
cases:
  INV-1: { owner: dana, process: [post-entry] }
  INV-2: { owner: dana, process: [post-entry] }
  INV-3: { owner: dana, process: [post-entry] }
`;
const API = '/external-apis/ledger';
const actionOf = (reference: string) => `/cases/${reference}/actions/post-entry`;

test.use({ scenario: HEALTHY });

test.beforeEach(async ({ app, page, externalApi }) => {
  await app.open(page, API);
  await expect(externalApi.region('ledger')).toBeVisible();
  await expect(externalApi.apiIs.getByRole('radio')).toHaveCount(4);
  await expect(externalApi.state('As configured')).toBeChecked();
});

test('Down: calls fail and are retried, until it is as configured again', async ({
  page,
  app,
  frame,
  cases,
  externalApi,
  action,
}) => {
  await externalApi.switchTo('Down');
  await frame.goTo('Cases');
  await cases.launch('INV-1');
  await app.visit(page, actionOf('INV-1'));
  await action.expectRetried(0, 5);
  await expect(action.errorBar).toContainText('Could not connect to ledger');
  await frame.nextRetry();
  await action.expectRetried(1, 5);

  await app.visit(page, API);
  await expect(externalApi.state('Down')).toBeChecked();
  await expect(externalApi.requests.getByRole('row')).toHaveCount(1 + 2);
  await expect(externalApi.waiting.getByRole('row', { name: 'INV-1/post-entry', exact: true })).toContainText('1/5');
  await externalApi.switchTo('As configured');

  await app.visit(page, actionOf('INV-1'));
  await frame.untilIdle();
  await action.expectInfo({ 'Resolution method': 'Done Successfully', Retries: '2/5' });
  await expect(action.errorBar).toBeHidden();
});

test('Silent: calls are received and never answered', async ({ page, app, frame, externalApi, action }) => {
  await externalApi.switchTo('Silent');
  await app.server.act({ type: 'launchCase', case: 'INV-1' });
  await app.visit(page, actionOf('INV-1'));
  await action.expectInfo({ Status: 'Waiting' });
  await frame.untilIdle();
  await action.expectInfo({ Status: 'Waiting', Phase: 'awaiting response', Retries: '0/5' });
  await expect(frame.clock).toContainText('Nothing is scheduled');
  await expect(action.errorBar).toBeHidden();
});

test('a switch governs calls from then on; answers on their way still come', async ({
  page,
  app,
  frame,
  externalApi,
  action,
}) => {
  await app.server.act({ type: 'launchCase', case: 'INV-1' });
  await app.server.advance('1m');
  await externalApi.switchTo('Down');
  await app.visit(page, actionOf('INV-1'));
  await action.expectInfo({ Phase: 'awaiting response' });
  await frame.untilIdle();
  await action.expectInfo({ 'Resolution method': 'Done Successfully' });
});

test('the list says what each is switched to', async ({ page, frame, externalApi }) => {
  await externalApi.switchTo('Down');
  await frame.goTo('External APIs');
  const list = page.getByRole('table', { name: 'External APIs', exact: true });
  await expect(list.getByRole('row', { name: 'ledger', exact: true })).toContainText('Down');
  await list.getByRole('link', { name: 'ledger', exact: true }).click();
  await expect(externalApi.state('Down')).toBeChecked();
  // The arrow keys move within the radios and leave the clock alone.
  await externalApi.state('Down').focus();
  await page.keyboard.press('ArrowRight');
  await expect(externalApi.state('Silent')).toBeChecked();
  await frame.expectNow('2026-01-05T09:00:00.000Z');
});

/** A server of one's own on this machine, and what it was sent. It answers as it is told: with this status, or not at all. */
async function ownServer(status: () => number | null) {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(await text(request));
    const answer = status();
    if (answer !== null) response.writeHead(answer).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    bodies,
    url: `http://127.0.0.1:${port}/entries`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test('Real: calls go out to a server of one’s own, the clock is held and says why, the answer comes in from outside', async ({
  page,
  app,
  frame,
  cases,
  externalApi,
  action,
}) => {
  let status: number | null = 503;
  const own = await ownServer(() => status);
  try {
    const real = externalApi.apiIs.getByRole('radio', { name: 'Real', exact: true });
    const switches = page.getByRole('region', { name: 'Switch', exact: true });
    await expect(switches).toContainText('when its URL is a loopback address');
    await expect(real).toBeHidden();
    await expect(app.server.act({ type: 'switchApi', name: 'ledger', to: 'Real' })).rejects.toThrow('loopback address');
    await externalApi.url.fill(own.url);
    await externalApi.saveChanges();
    await real.click();
    await expect(real).toBeChecked();
    await expect(switches).toContainText(`Calls really go out to ${own.url}`);
    await expect(switches).toContainText('Responses come in at the CallBackURL');

    await expect(frame.clock.getByRole('status')).toHaveText('Held at 1×: ledger is real');
    for (const name of ['Next event', 'Next retry', 'Until idle'] as const) {
      await expect(frame.clockButton(name)).toBeDisabled();
      await expect(frame.clockButton(name)).toHaveAccessibleDescription(/held at 1×: ledger is real/);
    }
    await expect(frame.speed).toBeDisabled();
    await expect(frame.speed).toHaveValue('1');
    await expect(frame.speed).toHaveAccessibleDescription(/held at 1×: ledger is real/);
    await expect(app.server.advance('1m')).rejects.toThrow('ledger is real');

    await frame.goTo('External APIs');
    await page.keyboard.press('End');
    await expect(frame.said('alert', 'The clock cannot jump while ledger is real')).toBeVisible();
    const list = page.getByRole('table', { name: 'External APIs', exact: true });
    await expect(list.getByRole('row', { name: 'ledger', exact: true })).toContainText('Real');

    await frame.goTo('Cases');
    await cases.launch('INV-1');
    await app.visit(page, actionOf('INV-1'));
    await action.expectRetried(0, 5);
    expect(own.bodies).toHaveLength(1);
    status = 202;
    await action.retryButton.click();
    await action.expectInfo({ Status: 'Waiting', Phase: 'awaiting response', Retries: '1/5' });
    expect(own.bodies).toHaveLength(2);
    const { Action, CallBackURL } = JSON.parse(own.bodies[1] ?? '{}');
    expect(Action.Reference).toBe('INV-1/post-entry');

    await app.visit(page, API);
    const row = (call: number) =>
      externalApi.requests.getByRole('row', { name: `INV-1/post-entry, call ${call}`, exact: true });
    await expect(row(1)).toContainText('HTTP 503, real');
    await expect(row(2)).toContainText('HTTP 202, real');
    for (const call of [1, 2]) await expect(row(call)).toContainText(/\d ms/);

    const headers = { 'Content-Type': 'application/json' };
    expect(await send({ url: CallBackURL, headers, body: '{"outcome":"success","data":{"entryNumber":"E-9"}}' })).toBe(
      200,
    );
    await app.visit(page, actionOf('INV-1'));
    await action.expectInfo({ Status: expect.stringContaining('Closed'), 'Resolution method': 'Done Successfully' });
    await app.visit(page, API);
    await expect(row(2)).toContainText('success, accepted');

    // Its URL stays on this machine; switched back, time may jump again.
    await externalApi.url.fill('https://ledger.example.test/entries');
    await externalApi.save.click();
    await expect(frame.said('alert', 'ledger is real, so its calls would leave this machine')).toBeVisible();
    await externalApi.discard.click();
    await externalApi.switchTo('As configured');
    await expect(frame.clock.getByRole('status')).toHaveText('');
    await expect(frame.clockButton('Next event')).toBeEnabled();
    await expect(frame.speed).toBeEnabled();
    expect(own.bodies).toHaveLength(2);
  } finally {
    await own.close();
  }
});

testOnDisk(
  'the log says how long each call really took, until the app is started again',
  async ({ page, app, externalApi }) => {
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
    await app.server.advance('10m');
    const wallTime = externalApi.requests
      .getByRole('row', { name: 'INV-1/post-entry, call 1', exact: true })
      .getByRole('cell')
      .nth(6);
    await expect(externalApi.requests.getByRole('columnheader').nth(6)).toHaveText('Wall time');
    await expect(wallTime).toHaveText(/^\d+(\.\d)? ms$/);
    await app.restart();
    await app.open(page, API);
    await expect(wallTime).toHaveText('–');
  },
);
