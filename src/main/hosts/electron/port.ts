/** Hands the page a MessagePort with the contract behind it: one for each time it asks, so a new one after a reload. */
import { RPCHandler } from '@orpc/server/message-port';
import { ipcMain, MessageChannelMain, type MessagePortMain } from 'electron';
import { PORT_MESSAGE } from '../../../shared/host.ts';
import { PLAIN_JSON } from '../plain-json.ts';
import type { SimulatorRouter } from '../router.ts';
import { ORIGIN } from './protocol.ts';

/** Only the page itself gets one: no frame within it, and nothing that came from elsewhere. */
export function servePorts(router: SimulatorRouter): void {
  const handler = new RPCHandler(router, { customJsonSerializers: [PLAIN_JSON] });
  const ports = new WeakMap<object, MessagePortMain>();
  ipcMain.on(`${PORT_MESSAGE}?`, ({ sender, senderFrame: frame }) => {
    if (frame === null || frame.parent !== null || frame.origin !== ORIGIN) return;
    // A page has one; whoever asks again has lost the one before.
    ports.get(sender)?.close();
    const { port1, port2 } = new MessageChannelMain();
    ports.set(sender, port1);
    handler.upgrade(port1);
    port1.start();
    frame.postMessage(PORT_MESSAGE, null, [port2]);
  });
}
