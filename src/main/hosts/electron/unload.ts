/** What is said when a window's page goes: by its own wish with text unsaved, or because its process ended. */
import { app, type BrowserWindow, dialog } from 'electron';

/** A page with unsaved text asks not to be left. Electron then simply keeps it; a person is asked here, as by a browser. */
export function askBeforeUnload(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: 'Leave without saving?',
      detail: 'What you typed here is not saved yet and would be lost.',
      buttons: ['Discard', 'Stay'],
      defaultId: 1,
      cancelId: 1,
    });
    // Prevented is what the page wanted: not to be left.
    if (answer === 0) event.preventDefault();
  });
}

/** The page's process ended: what it showed is gone, the workspace is not. */
export function offerReload(window: BrowserWindow, onBug: (error: unknown) => void): void {
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    onBug(new Error(`the window's process ended: ${reason}, ${exitCode}`));
    const asked = dialog.showMessageBox(window, {
      type: 'error',
      message: 'The window has stopped working.',
      detail: 'Nothing you did is lost, except what you were typing. Reload the window to continue.',
      buttons: ['Reload', 'Quit'],
      defaultId: 0,
      cancelId: 0,
    });
    asked.then(({ response }) => (response === 0 ? window.webContents.reload() : app.quit())).catch(onBug);
  });
}
