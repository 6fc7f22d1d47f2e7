/**
 * Loads what looks for a browser's `localStorage` as it is loaded, as MSW does: from Node 25 on a process has one, and Node warns on
 * standard error when it is looked at.
 */
export async function withoutLocalStorage<T>(load: () => Promise<T>): Promise<T> {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  if (own?.configurable !== true) return load();
  Reflect.deleteProperty(globalThis, 'localStorage');
  try {
    return await load();
  } finally {
    Object.defineProperty(globalThis, 'localStorage', own);
  }
}
