/** Hands a page a MessagePort with a contract behind it: one for each time it asks, so a new one after a reload. */
import { RPCHandler } from '@orpc/server/message-port';
import { ipcMain, MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import { DESKTOP_PORT_MESSAGE, PORT_MESSAGE, type PortMessage } from '../../../shared/host.ts';
import { PLAIN_JSON } from '../plain-json.ts';
import type { SimulatorRouter } from '../router.ts';
import type { DesktopRouter } from './desktop-router.ts';
import { ORIGIN } from './protocol.ts';

/** To the simulator, for every page of the app. */
export function servePorts(router: SimulatorRouter): void {
  const handler = new RPCHandler(router, { customJsonSerializers: [PLAIN_JSON] });
  handOver(PORT_MESSAGE, (port) => handler.upgrade(port));
}

/** To the app itself, for the page of its main window. */
export function serveDesktopPort(router: DesktopRouter, isMain: (sender: WebContents) => boolean): void {
  const handler = new RPCHandler(router);
  handOver(DESKTOP_PORT_MESSAGE, (port) => handler.upgrade(port), isMain);
}

/** Only the page itself gets one: no frame within it, and nothing that came from elsewhere. */
function handOver(
  name: PortMessage,
  serve: (port: MessagePortMain) => void,
  mayHave: (sender: WebContents) => boolean = () => true,
): void {
  const ports = new WeakMap<object, MessagePortMain>();
  ipcMain.on(`${name}?`, ({ sender, senderFrame: frame }) => {
    if (frame === null || frame.parent !== null || frame.origin !== ORIGIN || !mayHave(sender)) return;
    // A page has one; whoever asks again has lost the one before.
    ports.get(sender)?.close();
    const { port1, port2 } = new MessageChannelMain();
    ports.set(sender, port1);
    serve(port1);
    port1.start();
    frame.postMessage(name, null, [port2]);
  });
}
