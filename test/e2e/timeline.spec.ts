/** The timeline of an Action: what happened and what is to come on an axis that folds what is long and empty. */
import { expectGood } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { REFUSED } from './support/scenarios.ts';

const ACTION = '/cases/INV-1/actions/post-invoice';

test.use({ scenario: REFUSED });

test.beforeEach(async ({ page, app }) => {
  await app.server.act({ type: 'launchCase', case: 'INV-1' });
  await app.open(page, ACTION);
});

test('it grows as time goes on: each call, each gap, what is planned, and the end', async ({ frame, action }) => {
  await expect(action.mark('Call 1 failed')).toBeVisible();
  await expect(action.mark('Next automatic retry, retry 1')).toBeVisible();
  await expect(action.mark('Call 2 failed')).toBeHidden();
  await frame.nextEvent();
  await expect(action.mark('Call 2 failed')).toBeVisible();
  await frame.untilIdle();
  await expect
    .poll(() => action.markNames())
    .toEqual([
      'Waiting, 31 min',
      ...[
        '1 min until retry 1',
        '2 min until retry 2',
        '4 min until retry 3',
        '8 min until retry 4',
        '16 min until retry 5',
      ],
      'Closed, Not Done Successfully',
      ...[1, 2, 3, 4, 5, 6].map((call) => `Call ${call} failed`),
      'Escalated',
    ]);
});

test('the keys step through the marks in the order of time and read them out; so does the pointer', async ({
  page,
  frame,
  action,
}) => {
  await frame.untilIdle();
  await expect(action.mark('Escalated')).toBeVisible();
  await action.marks.focus();
  await action.expectReadOut('09:31:00', 'Escalated', 'The Case owner dana was told.');
  await page.keyboard.press('Home');
  await action.expectReadOut('09:00:00 – 09:31:00 (31 min)', 'Waiting');
  for (const [words, why] of [
    ['Call 1 failed', 'First call, automatic. The connection was refused.'],
    ['1 min until retry 1', '1 min, the first interval.'],
    ['Call 2 failed', 'Automatic, retry 1.'],
    ['2 min until retry 2', '1 min × 2¹ = 2 min.'],
  ] as const) {
    await page.keyboard.press('ArrowRight');
    await action.expectReadOut(words, why);
  }
  await page.keyboard.press('ArrowLeft');
  await action.expectReadOut('09:01:00', 'Call 2 failed');
  // The clock has not moved: the keys were the chart's.
  await frame.expectNow('2026-01-05T09:31:00.000Z');

  await action.mark('Call 6 failed').hover();
  await action.expectReadOut('09:31:00', 'Call 6 failed', 'Automatic, retry 5.');
});

test('a folded stretch opens to scale and folds again; the whole axis can be to scale', async ({ frame, action }) => {
  await frame.untilIdle();
  const folded = action.timeline.getByRole('button', { name: '16 min folded, show to scale', exact: true });
  const opened = action.timeline.getByRole('button', { name: '16 min to scale, fold', exact: true });
  const axis = action.timeline.getByRole('radiogroup', { name: 'Time axis', exact: true });
  const widthOf = async (name: string) => (await action.mark(name).boundingBox())?.width ?? Number.NaN;
  const long = '16 min until retry 5';
  const short = '8 min until retry 4';
  await expect(folded).toHaveAttribute('aria-expanded', 'false');
  const before = (await widthOf(long)) / (await widthOf(short));
  await folded.click();
  await expect(opened).toHaveAttribute('aria-expanded', 'true');
  expect((await widthOf(long)) / (await widthOf(short))).toBeGreaterThan(before);
  await opened.click();
  await expect(folded).toBeVisible();

  await axis.getByText('By time', { exact: true }).click();
  await expect(folded).toBeHidden();
  // Twice as long is twice as wide, but for the little space at either end.
  await expect.poll(async () => Math.abs((await widthOf(long)) / (await widthOf(short)) - 2)).toBeLessThan(0.15);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('by event: a column for each, up to now; taken along as a picture that needs nothing of the page', async ({
      page,
      frame,
      action,
    }) => {
      await frame.nextEvent();
      await action.timeline.getByText('By event', { exact: true }).click();
      const columns = action.lanes.getByRole('img');
      await expect(columns).toHaveCount(5);
      const now = columns.last();
      await expect(now).toHaveAccessibleName(
        /^now\. Enate: Retry 2 at 09:03:00\. Action: Waiting, Retried 1 of 5 times\.$/,
      );
      await expect(now).toContainText('09:01:00');
      await frame.untilIdle();
      await expect(columns).toHaveCount(13);
      // What is new is in sight, whole columns beside it; the keys go back to the first.
      await expect(now).toBeInViewport({ ratio: 0.95 });
      await now.focus();
      await page.keyboard.press('Home');
      await expect(columns.first()).toBeInViewport({ ratio: 0.95 });
      await expectGood(page, `the lanes, ${colorScheme}`, { scrolls: 'Timeline by event' });

      const svg = await action.picture('SVG');
      expect(svg.name).toBe('INV-1-post-invoice-by-event.svg');
      const drawn = svg.content.toString();
      for (const words of ['Enate', 'External API', 'People', 'Retry 5', 'Case owner dana'])
        expect(drawn).toContain(words);
      expect(drawn).not.toMatch(/var\(|class=|style=|url\(http|href=/);
      expect(drawn).toContain('sans-serif');
      expect(drawn).toContain(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(27, 31, 36)');
      const png = await action.picture('PNG');
      const width = Number(/^<svg width="([\d.]+)"/.exec(drawn)?.[1]);
      // The width in a PNG's header: twice as fine.
      expect(png.content.readUInt32BE(16)).toBe(2 * Math.floor(width));

      await action.timeline.getByText('Folded', { exact: true }).click();
      const folded = (await action.picture('SVG')).content.toString();
      for (const words of ['1 min', '8 min', '16 min']) expect(folded).toContain(`>${words}<`);
      expect(folded).not.toMatch(/var\(|class=|style=|url\(http/);
    });
  });
}

test('in one column it is before Info, and what nobody can do by hand comes last', async ({ page, action }) => {
  const parts = ['Timeline', 'Info', 'Manual work'].map((name) =>
    action.region('INV-1/post-invoice').getByRole('region', { name, exact: true }),
  );
  await page.setViewportSize({ width: 911, height: 512 });
  await expect
    .poll(async () => {
      const tops = await Promise.all(parts.map(async (part) => (await part.boundingBox())?.y ?? 0));
      return tops.every((top, index) => top > (tops[index - 1] ?? 0));
    })
    .toBe(true);
});
