import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { DESKTOP_PORT_MESSAGE, PORT_MESSAGE } from '../../../src/shared/host.ts';

/** By its path: its types are those of a page, which a test in Node has not. */
const PRELOAD: string = join(import.meta.dirname, '../../../src/preload/index.ts');

const ipcRenderer = Object.assign(new EventEmitter(), { send: vi.fn() });
let page: EventTarget & { postMessage: ReturnType<typeof vi.fn> };

beforeEach(async () => {
  vi.resetModules();
  ipcRenderer.removeAllListeners();
  ipcRenderer.send.mockClear();
  // All of Electron that there is for it: whatever else it would hand out is not there.
  vi.doMock('electron', () => ({ ipcRenderer }));
  page = Object.assign(new EventTarget(), { postMessage: vi.fn() });
  vi.stubGlobal('window', page);
  vi.stubGlobal('location', { origin: 'app://trigger-lab' });
  await import(/* @vite-ignore */ PRELOAD);
});

/** As the page, or a frame within it, posts it. */
function post(data: unknown, source: unknown = page): void {
  page.dispatchEvent(Object.assign(new Event('message'), { data, source }));
}

it('hands the page its port when it asks, and nothing else', () => {
  const before = Object.keys(page);
  for (const name of [PORT_MESSAGE, DESKTOP_PORT_MESSAGE]) {
    post(`${name}?`);
    expect(ipcRenderer.send.mock.calls.splice(0)).toEqual([[`${name}?`]]);
    const ports = [{}];
    ipcRenderer.emit(name, { ports });
    expect(page.postMessage.mock.calls.splice(0)).toEqual([[name, 'app://trigger-lab', ports]]);
  }
  expect(Object.keys(page)).toEqual(before);
});

it('heeds no frame within the page, and no other message', () => {
  post(`${PORT_MESSAGE}?`, new EventTarget());
  post('another');
  post({ type: `${PORT_MESSAGE}?` });
  expect(ipcRenderer.send).not.toHaveBeenCalled();
});
