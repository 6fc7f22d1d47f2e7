import { afterEach, expect, it, vi } from 'vitest';
import { withoutLocalStorage } from '../../../src/main/external-system/without-local-storage.ts';

const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'localStorage');
  if (own !== undefined) Object.defineProperty(globalThis, 'localStorage', own);
});

it.each([
  ['that loads', async () => typeof localStorage, 'undefined'],
  ['that fails', () => Promise.reject(new Error(typeof localStorage)), new Error('undefined')],
])(
  'what is loaded does not see the storage of Node, whose look is a warning, and all after it do: one %s',
  async (_, load, seen) => {
    const look = vi.fn(() => 'a storage');
    Object.defineProperty(globalThis, 'localStorage', { get: look, configurable: true, enumerable: true });
    expect(await withoutLocalStorage<unknown>(load).catch((error) => error)).toEqual(seen);
    expect(look).not.toHaveBeenCalled();
    expect(localStorage).toBe('a storage');
  },
);

it('where there is none, none is made', async () => {
  Reflect.deleteProperty(globalThis, 'localStorage');
  await withoutLocalStorage(async () => undefined);
  expect('localStorage' in globalThis).toBe(false);
});
