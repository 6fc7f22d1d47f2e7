// The stand-in's half in a page: Electron's renderer modules as far as they are imitated, and the preload that uses them, in an isolated world.
// `ask` hands a text to the main process (a binding of this world); `preload` is the preload's function. Evaluated with both by chromium-page.ts.
(ask, preload) => {
  if (window !== window.top) return;
  const listeners = new Map();
  const ports = new Map();

  const tell = (message) => ask(JSON.stringify(message));
  const ipcRenderer = {
    on(channel, listener) {
      if (!listeners.has(channel)) listeners.set(channel, []);
      listeners.get(channel).push(listener);
      return ipcRenderer;
    },
    send: (channel, ...args) => tell({ type: 'send', channel, args }),
  };

  /** A port whose other end is in the main process. */
  const openPort = (id) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if (typeof data === 'string') tell({ type: 'port', port: id, text: data });
      else tell({ type: 'port', port: id, bytes: new Uint8Array(data.buffer ?? data).toBase64() });
    };
    port1.onclose = () => tell({ type: 'portClosed', port: id });
    ports.set(id, port1);
    return port2;
  };

  // What the main process calls; only this world has it.
  globalThis.electronStandIn = {
    emit(channel, message, portIds) {
      const event = { ports: portIds.map(openPort), sender: ipcRenderer };
      for (const listener of listeners.get(channel) ?? []) listener(event, message);
    },
    post: (id, text) => ports.get(id)?.postMessage(text),
    postBytes: (id, bytes) => ports.get(id)?.postMessage(Uint8Array.fromBase64(bytes)),
    closePort: (id) => ports.get(id)?.close(),
  };

  const require = (name) => {
    if (name !== 'electron') throw new Error(`electron-stand-in: a sandboxed preload has no module ${name}`);
    return { ipcRenderer };
  };
  preload(require, {}, { exports: {} });
};
