/** Hands the window its port to the simulator, and which part of Help the menu asks for; nothing else. */
import { ipcRenderer } from 'electron';
import { HELP_MESSAGE, type HelpMessage, PORT_MESSAGE } from '../shared/host.ts';

const ASK = `${PORT_MESSAGE}?`;

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === ASK) ipcRenderer.send(ASK);
});

ipcRenderer.on(PORT_MESSAGE, (event) => {
  window.postMessage(PORT_MESSAGE, location.origin, event.ports);
});

ipcRenderer.on(HELP_MESSAGE, (_, part: unknown) => {
  window.postMessage({ type: HELP_MESSAGE, part } satisfies HelpMessage, location.origin);
});
