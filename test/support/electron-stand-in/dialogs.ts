/**
 * The stand-in's `dialog`: nobody sits before it, so each box answers at once with what a person who presses Esc would. A test that wants another
 * answer puts a function in its place, as it would in Electron (`electronApp.evaluate(({ dialog }) => { dialog.showMessageBox = … })`).
 */
import type { Dialog, MessageBoxOptions, MessageBoxReturnValue } from 'electron';

type Imitated = 'showErrorBox' | 'showMessageBox' | 'showMessageBoxSync' | 'showOpenDialog' | 'showSaveDialog';

export function standInDialog(say: (sentence: string) => void): Pick<Dialog, Imitated> {
  return {
    showErrorBox: (title, content) => say(`error box: ${title}: ${content}`),
    showMessageBoxSync: (...args: unknown[]) => answerTo(args, say),
    showMessageBox: async (...args: unknown[]): Promise<MessageBoxReturnValue> => ({
      response: answerTo(args, say),
      checkboxChecked: false,
    }),
    showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
    showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  };
}

/** The number of the button that Esc presses: `cancelId`, or one labelled so, or the first. The window may be left out. */
function answerTo(args: readonly unknown[], say: (sentence: string) => void): number {
  const { message, buttons = [], cancelId } = args.at(-1) as MessageBoxOptions;
  const labelled = buttons.findIndex((label) => /^(cancel|no)$/i.test(label));
  const answer = cancelId ?? Math.max(labelled, 0);
  say(`message box: ${message} ${buttons[answer] ?? 'OK'}`);
  return answer;
}
