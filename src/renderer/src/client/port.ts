/** A MessagePort of the desktop app, which its preload hands over. */
import type { PortMessage } from '../../../shared/host.ts';

/** Asking again, after a reload, gets a new one. */
export function askForPort(name: PortMessage): Promise<MessagePort> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent) => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== name || !port) return;
      window.removeEventListener('message', onMessage);
      port.start();
      resolve(port);
    };
    window.addEventListener('message', onMessage);
    window.postMessage(`${name}?`, location.origin);
  });
}
