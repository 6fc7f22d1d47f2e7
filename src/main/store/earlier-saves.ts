/**
 * Inputs of earlier versions, read as today's: what changed a part of what is defined had a command for each kind, where there is one
 * for all now. Journals and histories that hold them stay as they are on disk.
 */

/** The section that each of them changed. */
const SECTIONS: ReadonlyMap<unknown, string> = new Map([
  ['saveSettings', 'settings'],
  ['saveUser', 'users'],
  ['saveExternalApi', 'externalApis'],
  ['saveActionType', 'actionTypes'],
]);

/** The input in today's words; what it holds is not checked. */
export function inPresentWords<T>(input: T): T {
  if (typeof input !== 'object' || input === null || !('type' in input)) return input;
  const section = SECTIONS.get(input.type);
  if (section === undefined) return input;
  const { type: _, by, ...saved } = input as { readonly type: unknown; readonly by?: unknown };
  const save = { type: 'saveDefinition', definition: { section, ...saved } };
  return (by === undefined ? save : { ...save, by }) as T;
}
