// The stand-in's half in a page: Electron's renderer modules as far as they are imitated, and the preload that uses them, in an isolated world.
// `ask` hands a text to the main process (a binding of this world); `preload` is the preload's function. Evaluated with both by chromium-page.ts.
(ask, preload) => {
  if (window !== window.top) return;
  const listeners = new Map();
  const ports = new Map();
  const waiting = new Map();
  let count = 0;

  const tell = (message) => ask(JSON.stringify(message));
  const add = (channel, listener, isOnce) => {
    if (!listeners.has(channel)) listeners.set(channel, []);
    listeners.get(channel).push({ listener, isOnce });
    return ipcRenderer;
  };
  const remove = (channel, listener) => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener),
    );
    return ipcRenderer;
  };
  const ipcRenderer = {
    on: (channel, listener) => add(channel, listener, false),
    once: (channel, listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
    send: (channel, ...args) => tell({ type: 'send', channel, args }),
    invoke: (channel, ...args) => {
      const answer = Promise.withResolvers();
      waiting.set(++count, answer);
      tell({ type: 'invoke', id: count, channel, args });
      return answer.promise;
    },
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
    emit(channel, args, portIds) {
      const event = { ports: portIds.map(openPort), sender: ipcRenderer };
      for (const { listener, isOnce } of [...(listeners.get(channel) ?? [])]) {
        if (isOnce) remove(channel, listener);
        listener(event, ...args);
      }
    },
    answer(id, result, error) {
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (error === null) resolve(result);
      else reject(new Error(error));
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
