/** Hands the window its ports, to the simulator and to the app around it; nothing else. */
import { ipcRenderer } from 'electron';
import { PORT_MESSAGES } from '../shared/host.ts';

for (const name of PORT_MESSAGES) {
  const ask = `${name}?`;
  window.addEventListener('message', (event) => {
    if (event.source === window && event.data === ask) ipcRenderer.send(ask);
  });
  ipcRenderer.on(name, (event) => {
    window.postMessage(name, location.origin, event.ports);
  });
}
