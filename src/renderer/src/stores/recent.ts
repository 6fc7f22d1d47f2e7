/** The Cases and Actions that were looked at last in this window, newest first; the palette offers them again. */
import { createStore } from 'zustand/vanilla';

const LIMIT = 6;

export const recent = createStore<{ readonly paths: readonly string[] }>(() => ({ paths: [] }));

/** Notes the address of a Case or an Action. */
export function visited(path: string): void {
  if (!/^\/cases\/./.test(path)) return;
  recent.setState(({ paths }) => ({ paths: [path, ...paths.filter((each) => each !== path)].slice(0, LIMIT) }));
}
