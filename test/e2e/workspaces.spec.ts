/** Workspaces side by side: opened, named, copied, deleted, restored, and returned to. Nothing replaces one unasked. */
import { expect, test } from './support/app.ts';

test('a scenario opens beside the workspace, and a bar leads back until it is dismissed', async ({
  page,
  app,
  frame,
  cases,
  scenarios,
}) => {
  const open = (name: string) => page.getByRole('button', { name: `Workspace ${name}`, exact: true });
  await app.open(page, '/scenarios');
  const sample = (await page.getByRole('button', { name: /^Workspace / }).getAttribute('title')) ?? '';
  await scenarios.open('Five retries fail and the Case owner is told');
  await expect(open('Five retries fail and the Case owner is told')).toBeVisible();
  await expect(page).toHaveTitle(/^Scenarios · Five retries fail .* · Trigger Lab$/);
  // The bar outlives a reload, and leads back.
  await page.reload();
  await page.getByRole('button', { name: `Back to “${sample}”`, exact: true }).click();
  await expect(open(sample)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Back to/ })).toBeHidden();
  await app.visit(page, '/cases');
  await expect(cases.row('INV-1001')).toBeVisible();

  // Both are listed; the other one can be opened from there.
  await open(sample).click();
  await page.getByRole('menuitem', { name: 'Workspaces', exact: true }).click();
  const table = page.getByRole('table', { name: 'Workspaces', exact: true });
  await expect(table.getByRole('row')).toHaveCount(1 + 2);
  await page.getByRole('button', { name: 'Open Five retries fail and the Case owner is told' }).click();
  await expect(open('Five retries fail and the Case owner is told')).toBeVisible();
  await frame.wayBack.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Back to/ })).toBeHidden();
});

test('the menu renames and duplicates; the list deletes; a backup is restored, and undone by the bar', async ({
  page,
  app,
  frame,
  cases,
}) => {
  await app.open(page, '/cases');
  await page.getByRole('button', { name: /^Workspace / }).click();
  await page.getByRole('menuitem', { name: 'Rename', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Rename the workspace/ });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(dialog).toContainText('Expected a name.');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Invoices');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  const menu = page.getByRole('button', { name: 'Workspace Invoices', exact: true });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Duplicate', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Workspace Invoices copy', exact: true })).toBeVisible();
  await expect(cases.row('INV-1001')).toBeVisible();
  await page.getByRole('button', { name: 'Back to “Invoices”', exact: true }).click();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Workspaces', exact: true }).click();
  await page.getByRole('button', { name: 'Delete Invoices copy', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'Delete the workspace “Invoices copy”?' })
    .getByRole('button', { name: 'Delete' })
    .click();
  await expect(page.getByRole('table', { name: 'Workspaces' }).getByRole('row')).toHaveCount(1 + 1);

  const before = await frame.instant();
  await frame.nextEvent();
  await expect.poll(() => frame.instant()).toBeGreaterThan(before);
  const after = await frame.instant();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Backups', exact: true }).click();
  const backups = page.getByRole('table', { name: 'Backups', exact: true });
  await backups
    .getByRole('button', { name: /^Restore / })
    .first()
    .click();
  const asked = page.getByRole('dialog', { name: /^Restore the backup of / });
  await expect(asked).toContainText('It replaces “Invoices” as it is now.');
  await asked.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect.poll(() => frame.instant()).toBe(before);
  await page.getByRole('button', { name: 'Back to “Invoices”', exact: true }).click();
  await expect.poll(() => frame.instant()).toBe(after);
});
