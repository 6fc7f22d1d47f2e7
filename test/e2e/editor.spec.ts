/** The scenario editor: a scenario made from nothing in forms and text, run, saved, kept over a reload and opened in the player. */

import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/app.ts';
import { expectFits } from './support/layout.ts';

test.use({ trace: 'off' });

const DEFINED = `title: Nobody answers
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/x, otherwise: { fail: refused } } }
actionTypes: { post: { externalApi: erp } }
cases: { C1: { owner: dana, process: [post] } }

`;

test('a scenario is written in forms and text, run, kept, saved and played', async ({
  page,
  app,
  scenarios,
  editor,
}) => {
  await app.open(page, '/scenarios');
  await scenarios.region.getByRole('button', { name: 'Editor', exact: true }).click();
  await editor.emptyButton.click();
  const { text } = editor;

  // What is typed in the text shows in the forms: a new step finds its names there.
  await text.click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.insertText(DEFINED.trimEnd());
  await editor.addStep('Launch');
  await expect(editor.step(1).getByRole('button', { name: 'Launches the Case C1.' })).toBeVisible();
  await editor.addStep('Let time pass');
  await editor.step(2).getByRole('textbox', { name: 'For a while' }).fill('3 min');
  await editor.addStep('Expectation');
  await editor.step(3).getByLabel('Add a field').selectOption('Calls');
  await editor.step(3).getByRole('spinbutton', { name: 'Calls' }).fill('7');
  await expect(text).toContainText('- advance: 3m');
  await expect(text).toContainText('calls: 7');

  // A problem is at its line, in the text and in the form.
  await editor.step(3).getByLabel('Action', { exact: true }).fill('C1/posst');
  const problem = editor.region.getByRole('button', { name: /^Line 10: .*did you mean/ });
  await expect(problem).toBeVisible();
  await problem.click();
  await expect(text).toBeFocused();
  await editor.step(3).getByLabel('Action', { exact: true }).fill('C1/post');
  await expect(editor.region.getByRole('status').filter({ hasText: 'No problems' })).toBeVisible();

  await editor.button('Run').click();
  await expect(editor.region.getByText('1 of 3 steps failed')).toBeVisible();
  await expect(editor.step(3).getByRole('img', { name: 'failed' })).toBeVisible();
  await editor.step(3).getByRole('spinbutton', { name: 'Calls' }).fill('3');
  await editor.button('Run').click();
  await expect(editor.region.getByText('All 3 steps passed')).toBeVisible();

  // What a form did is undone in the text like typing.
  await text.click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(text).not.toContainText('calls: 3');
  await page.keyboard.press('ControlOrMeta+y');
  await expect(text).toContainText('calls: 3');

  await page.reload();
  await expect(text).toContainText('calls: 3');
  const download = page.waitForEvent('download');
  await editor.button('Save to file').click();
  expect(await readFile(await (await download).path(), 'utf8')).toBe(
    `${DEFINED}steps:\n  - launch: { case: C1 }\n  - advance: 3m\n  - expect: { action: C1/post, status: Waiting, calls: 3 }\n`,
  );
  await editor.button('Open in player').click();
  await expect(scenarios.player.getByRole('heading', { name: 'Nobody answers' })).toBeVisible();
  await expect(scenarios.stepsThat('pending')).toHaveCount(3);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the editor with an open form, a failed step and a problem is accessible and fits', async ({
      page,
      app,
      editor,
    }) => {
      await app.open(page, '/scenarios/editor');
      await editor.emptyButton.click();
      await editor.text.fill(
        `${DEFINED}steps:\n  - launch: { case: C1 }\n  - expect: { action: C1/post, errorBar: null, calls: 2 }\n`,
      );
      await editor.button('Run').click();
      await expect(editor.region.getByText('1 of 2 steps failed')).toBeVisible();
      await editor.region.getByRole('button', { name: /^Expects that C1/ }).click();
      const look = async (what: string) => {
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        expect
          .soft(
            violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
            `axe on ${what}`,
          )
          .toEqual([]);
      };
      await look('a failed step');
      await editor.step(2).getByLabel('Action', { exact: true }).fill('C2/post');
      await expect(editor.problems).toBeVisible();
      await look('a problem');
      for (const [width, height] of [
        [1280, 800],
        [1920, 1080],
        [911, 512],
        [1024, 768],
        [683, 384],
      ] as const) {
        await page.setViewportSize({ width, height });
        for (const pane of ['Steps', 'Text']) {
          const choice = editor.region.getByText(pane, { exact: true }).and(page.locator('label, label *')).first();
          if (await choice.isVisible()) await choice.click();
          await expectFits(page.locator('body'), `${pane} in ${width}×${height}`);
        }
      }
    });
  });
}
