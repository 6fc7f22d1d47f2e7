/**
 * What the page and the desktop app around it say to each other, over a port of their own: the menu asks the page to do something,
 * the page says what can be done now. The loopback host has nothing of it: its page is in a browser.
 */
import { eventIterator, oc, type Schema } from '@orpc/contract';
import { z } from 'zod';
import { COMMAND_IDS, DESKTOP_COMMAND_IDS, THEME_NAMES } from './commands.ts';

const command = z.enum(COMMAND_IDS);
/** What a person wrote may be long; what a menu or a notification shows is not. */
const words = z.string().max(10_000);

/** What the desktop app asks of the page. */
export const asked = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('do'), command }).describe('Do this command.'),
  z.strictObject({ type: z.literal('opened'), file: words }).describe('This file is open as the workspace now.'),
  z.strictObject({ type: z.literal('saved'), file: words }).describe('The workspace was saved as this file.'),
  z.strictObject({ type: z.literal('showCase'), case: words }).describe('Show this Case.'),
]);
export type Asked = Readonly<z.output<typeof asked>>;

/** What the page shows, as far as the desktop app's menu and window say it too. */
const pageState = z.strictObject({
  disabled: z.array(command).readonly().describe('What cannot be done now.'),
  checked: z.array(command).readonly().describe('Which of several is chosen: a theme, a speed.'),
  undo: words.nullable().describe('What *Undo* takes back, in words; null where there is nothing.'),
  redo: words.nullable().describe('What *Redo* makes again.'),
  isTyping: z.boolean().describe('A text field has the focus: undo is of what was typed in it.'),
  isEdited: z.boolean().describe('Something was typed that is not saved yet.'),
  theme: z.enum(THEME_NAMES),
  workspaceId: words,
});
export type PageState = Readonly<z.output<typeof pageState>>;

const notice = z.strictObject({
  title: words,
  body: words,
  case: words.nullable().describe('Shown when the notification is clicked.'),
});
export type Notice = Readonly<z.output<typeof notice>>;

const versions = z.strictObject({ electron: z.string(), chromium: z.string(), node: z.string() });

// By types of the language, as in contract.ts.
const asking: Schema<AsyncIteratorObject<Asked, unknown, void>, AsyncGenerator<Asked, unknown, void>> = eventIterator(
  asked,
);

export const desktopContract = {
  /** As long as the page listens. */
  asked: oc.output(asking),
  show: oc.input(pageState),
  /** What the page was asked for that only the desktop app can do. */
  do: oc.input(z.strictObject({ command: z.enum(DESKTOP_COMMAND_IDS) })),
  /** A notification of the system. */
  notify: oc.input(notice),
  versions: oc.output(versions),
};
export type DesktopContract = typeof desktopContract;
