/** Hands the window its port to the simulator, and nothing else. */
import { ipcRenderer } from 'electron';
import { PORT_MESSAGE } from '../shared/host.ts';

const ASK = `${PORT_MESSAGE}?`;

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === ASK) ipcRenderer.send(ASK);
});

ipcRenderer.on(PORT_MESSAGE, (event) => {
  window.postMessage(PORT_MESSAGE, location.origin, event.ports);
});
