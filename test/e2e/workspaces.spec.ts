/** Workspaces side by side: opened, named, copied, deleted, restored, and returned to. Nothing replaces one unasked. */
import { expect, test } from './support/app.ts';

test('a scenario opens beside the workspace, and a bar leads back until it is dismissed', async ({
  page,
  app,
  frame,
  cases,
  scenarios,
  workspaces,
}) => {
  await app.open(page, '/scenarios');
  const sample = (await workspaces.menuButton.getAttribute('title')) ?? '';
  await scenarios.open('Five retries fail and the Case owner is told');
  await expect(workspaces.opened('Five retries fail and the Case owner is told')).toBeVisible();
  await expect(page).toHaveTitle(/^Scenarios · Five retries fail .* · Trigger Lab$/);
  // The bar outlives a reload, and leads back.
  await page.reload();
  await page.getByRole('button', { name: `Back to “${sample}”`, exact: true }).click();
  await expect(workspaces.opened(sample)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Back to/ })).toBeHidden();
  await app.visit(page, '/cases');
  await expect(cases.row('INV-1001')).toBeVisible();

  // Both are listed; the other one can be opened from there.
  await workspaces.choose('Workspaces');
  await expect(workspaces.table.getByRole('row')).toHaveCount(1 + 2);
  await workspaces.open('Five retries fail and the Case owner is told');
  await expect(workspaces.opened('Five retries fail and the Case owner is told')).toBeVisible();
  await frame.wayBack.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Back to/ })).toBeHidden();
});

test('the menu renames and duplicates; the list deletes; a backup is restored, and undone by the bar', async ({
  page,
  app,
  frame,
  cases,
  workspaces,
}) => {
  await app.open(page, '/cases');
  await workspaces.choose('Rename');
  const dialog = workspaces.renameDialog;
  await dialog.getByRole('textbox', { name: 'Name' }).fill('');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(dialog).toContainText('Expected a name.');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Invoices');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(workspaces.opened('Invoices')).toBeVisible();
  await workspaces.choose('Duplicate');
  await expect(workspaces.opened('Invoices copy')).toBeVisible();
  await expect(cases.row('INV-1001')).toBeVisible();
  await page.getByRole('button', { name: 'Back to “Invoices”', exact: true }).click();
  await expect(workspaces.opened('Invoices')).toBeVisible();
  await workspaces.choose('Workspaces');
  await workspaces.delete('Invoices copy');
  await expect(workspaces.table.getByRole('row')).toHaveCount(1 + 1);

  const before = await frame.instant();
  await frame.nextEvent();
  await expect.poll(() => frame.instant()).toBeGreaterThan(before);
  const after = await frame.instant();
  await workspaces.choose('Backups');
  await workspaces.backups
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

test('everything is erased: it says what that is, asks, and every window begins as on the first day', async ({
  page,
  app,
  cases,
  workspaces,
}) => {
  await app.open(page, '/workspaces');
  await workspaces.choose('Rename');
  await workspaces.renameDialog.getByRole('textbox', { name: 'Name' }).fill('Invoices');
  await workspaces.renameDialog.getByRole('button', { name: 'Rename' }).click();
  await expect(workspaces.opened('Invoices')).toBeVisible();
  const [popup] = await Promise.all([page.waitForEvent('popup'), page.evaluate(() => void open('#/cases'))]);
  await expect(popup.getByRole('button', { name: 'Workspace Invoices', exact: true })).toBeVisible();
  const keys = () => page.evaluate(() => Object.keys(localStorage).sort());
  await page.evaluate(() => {
    localStorage.setItem('trigger-lab:color-scheme', 'dark');
    localStorage.setItem('somebody-else', 'stays');
  });

  await page.getByRole('button', { name: 'Erase everything…', exact: true }).click();
  const asked = page.getByRole('dialog', { name: 'Erase everything?' });
  await expect(asked).toContainText('1 workspace: “Invoices”');
  await expect(asked).toContainText(/This removes: .* [KM]B in all\. It cannot be undone\./);
  // Enter pressed once too often erases nothing.
  await expect(asked.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await expect(workspaces.opened('Invoices')).toBeVisible();
  await page.getByRole('button', { name: 'Erase everything…', exact: true }).click();
  await asked.getByRole('button', { name: 'Erase everything', exact: true }).click();

  await expect(workspaces.opened('Sample workspace')).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Workspace Sample workspace', exact: true })).toBeVisible();
  await expect(page).not.toHaveURL(/workspaces/);
  // The address changes before the page is loaded anew.
  await expect(async () => {
    expect(await keys()).toContain('somebody-else');
    expect(await keys()).not.toContain('trigger-lab:color-scheme');
  }).toPass();
  await app.visit(page, '/cases');
  await expect(cases.row('INV-1001')).toBeVisible();
});
