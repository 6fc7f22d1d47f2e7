/** What the two hosts and the renderer must agree on. */

/** What the preload says when it hands the window its port; with `?` the window asks for one. */
export const PORT_MESSAGE = 'trigger-lab:port';

/** The same for the port of what the desktop app and its page say to each other (desktop-contract.ts). */
export const DESKTOP_PORT_MESSAGE = 'trigger-lab:desktop';
export const PORT_MESSAGES = [PORT_MESSAGE, DESKTOP_PORT_MESSAGE] as const;
export type PortMessage = (typeof PORT_MESSAGES)[number];

/** By which the systems know the installed desktop app. */
export const APP_ID = 'trigger-lab.desktop';

/** Where the loopback host takes WebSockets. A page's first message is its `Hello`; a script sends the token as a header. */
export const SOCKET_PATH = '/rpc';

/** What a page says first on its WebSocket, as JSON. */
export interface Hello {
  readonly secret: string;
}
/** What it hears when it is let in; the contract's own messages follow. */
export const WELCOME = 'welcome';
/** How its WebSocket is closed when it is not (a close code of an application's own). */
export const NOT_LET_IN = 4403;

/** Where a page exchanges the token of the printed address, its `Authorization: Bearer`, for a secret of its own. */
export const SESSION_PATH = '/session';
export interface Session {
  readonly secret: string;
}

/** Where external systems send their responses (R30). */
export const CALLBACK_PATH = '/callbacks';

/** Where the contract is served over plain HTTP, and its description. */
export const OPENAPI_PATH = '/api';
export const OPENAPI_DOCUMENT_PATH = '/openapi.json';
