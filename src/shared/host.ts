/** What the two hosts and the renderer must agree on. */

/** What the preload says when it hands the window its port; with `?` the window asks for one. */
export const PORT_MESSAGE = 'trigger-lab:port';

/** Where the loopback host takes WebSockets; the cookie that the printed address sets proves who asks. */
export const SOCKET_PATH = '/rpc';

/** Where external systems answer (R30). */
export const CALLBACK_PATH = '/callbacks';

/** Where the contract is served over plain HTTP, and its description. */
export const OPENAPI_PATH = '/api';
export const OPENAPI_DOCUMENT_PATH = '/openapi.json';
