/** What opens over a screen of the sample workspace: panels, menus and dialogs. */
import type { Locator, Page } from '@playwright/test';

export interface Part {
  readonly what: string;
  readonly screen: string;
  /** Opens it. */
  readonly open: (page: Page) => Promise<Locator>;
}

const dialog = (page: Page) => page.getByRole('dialog').last();
const menu = (page: Page) => page.getByRole('menu');

/** Presses one button after the other. */
const pressing =
  (part: (page: Page) => Locator, ...names: readonly (string | RegExp)[]) =>
  async (page: Page): Promise<Locator> => {
    for (const name of names) {
      const button = page
        .getByRole('button', { name, exact: typeof name === 'string' })
        .or(page.getByRole('menuitem', { name, exact: typeof name === 'string' }));
      await button.first().click();
    }
    return part(page);
  };

const region = (name: string) => (page: Page) => page.getByRole('region', { name, exact: true });

const helpAt =
  (tab: string) =>
  async (page: Page): Promise<Locator> => {
    await page.keyboard.press('?');
    await dialog(page).getByRole('tab', { name: tab, exact: true }).click();
    return dialog(page);
  };

const ACTION = '/cases/INV-1001/actions/post-invoice';
const API = '/external-apis/erp';

/** `run` is the address of a finished study of two variants. */
export const partsOf = (run: string): readonly Part[] => [
  // The frame's.
  { what: 'notifications', screen: '/cases', open: pressing(region('Notifications'), /^Notifications,/) },
  { what: 'inbox', screen: '/cases', open: pressing(region('Inbox'), /^Inbox,/) },
  { what: 'the menu of the workspace', screen: '/cases', open: pressing(menu, /^Workspace /) },
  { what: 'renaming the workspace', screen: '/cases', open: pressing(dialog, /^Workspace /, 'Rename') },
  {
    what: 'the palette',
    screen: '/cases',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      return page.getByRole('dialog', { name: 'Command palette' });
    },
  },
  ...['This screen', 'Start', 'Keys', 'Words', 'Colours and patterns', 'Rules', 'Documents'].map((tab) => ({
    what: `Help, ${tab}`,
    screen: '/lab',
    open: helpAt(tab),
  })),
  // Cases and Actions.
  { what: 'a new Case', screen: '/cases', open: pressing(dialog, 'New case') },
  { what: 'cancelling a Case', screen: '/cases/INV-1001', open: pressing(dialog, 'Cancel case') },
  {
    what: 'adding an Action',
    screen: '/cases/INV-1001',
    open: pressing((page) => page.getByRole('listbox').locator('..'), 'Add ad-hoc Action'),
  },
  { what: 'a Why?', screen: ACTION, open: pressing(dialog, /^Why\?/) },
  {
    what: 'what cannot be completed',
    screen: '/cases/SUP-2001/actions/screen-supplier',
    open: pressing(dialog, 'Unable to complete'),
  },
  // The Builder.
  { what: 'a new Action type', screen: '/builder', open: pressing(dialog, 'New Action type') },
  { what: 'a clone', screen: '/builder/action-types/post-invoice', open: pressing(dialog, 'Clone') },
  { what: 'renaming a queue', screen: '/builder/queues', open: pressing(dialog, /^Rename/) },
  { what: 'a new Case type', screen: '/builder/case-types', open: pressing(dialog, 'New Case type') },
  // External APIs.
  { what: 'a new External API', screen: '/external-apis', open: pressing(dialog, 'New External API', 'Create') },
  { what: 'the menu of an External API', screen: '/external-apis', open: pressing(menu, 'More for erp') },
  { what: 'the presets', screen: API, open: pressing(menu, 'Presets') },
  // Scenarios and workspaces.
  { what: 'starting over', screen: '/scenarios', open: pressing(menu, 'Start over') },
  { what: 'whether to start over', screen: '/scenarios', open: pressing(dialog, 'Start over', /^Empty/) },
  { what: 'opening in the editor', screen: '/scenarios/editor', open: pressing(menu, 'Open in editor') },
  { what: 'renaming a workspace', screen: '/workspaces', open: pressing(dialog, /^Rename/) },
  { what: 'restoring a backup', screen: '/workspaces/backups', open: pressing(dialog, /^Restore/) },
  // The Lab.
  { what: 'a study', screen: run, open: async (page) => page.locator('body') },
  { what: 'using settings', screen: run, open: pressing(dialog, /^Use these settings|^Use the settings/) },
  // What was typed and not saved; last, since it leaves that behind.
  {
    what: 'leaving without saving',
    screen: '/settings',
    open: async (page) => {
      await page.getByRole('spinbutton', { name: 'Maximum retries' }).fill('2');
      await page.getByRole('link', { name: 'Queues', exact: true }).click();
      return dialog(page);
    },
  },
];

/** Closes whatever is open over a screen. */
export async function closeParts(page: Page): Promise<void> {
  const open = page.locator('[role=dialog], [role=menu], [role=listbox]').filter({ visible: true });
  // The panels of the bar have no role of their own.
  await page.keyboard.press('Escape');
  for (let tries = 0; tries < 4 && (await open.count()) > 0; tries++) await page.keyboard.press('Escape');
}
