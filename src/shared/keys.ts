/**
 * Keys as the table of commands writes them: `Mod+Shift+Z` (`Mod` is ⌘ on a Mac, Ctrl elsewhere), `Shift+Right`, `Space`, `?`, and
 * `g c` for one after the other.
 */

const SIGNS: Readonly<Record<string, string>> = { Left: '←', Right: '→', Up: '↑', Down: '↓' };
/** On a Mac, in its own order, and nothing between them. */
const MAC_SIGNS: Readonly<Record<string, string>> = { Alt: '⌥', Shift: '⇧', Mod: '⌘' };
const MAC_ORDER = Object.keys(MAC_SIGNS);

const partsOf = (keys: string) => keys.split('+');

/** As people read them, one text for each key that is pressed after the other: `Ctrl Shift Z`, or `⇧⌘Z` on a Mac. */
export function keysInWords(keys: string, isMac: boolean): string[] {
  return keys.split(' ').map((each) => (isMac ? onMac(each) : elsewhere(each)));
}

function onMac(keys: string): string {
  const parts = partsOf(keys);
  const modifiers = MAC_ORDER.filter((each) => parts.includes(each)).map((each) => MAC_SIGNS[each]);
  return [...modifiers, ...parts.filter((each) => !(each in MAC_SIGNS)).map(signOf)].join('');
}

const elsewhere = (keys: string) =>
  partsOf(keys)
    .map((each) => (each === 'Mod' ? 'Ctrl' : signOf(each)))
    .join(' ');

const signOf = (key: string) => SIGNS[key] ?? key;

/** Whether they are pressed with ⌘ or Ctrl: no key of theirs is ever typed. */
export const hasMod = (keys: string): boolean => partsOf(keys).includes('Mod');

/** In Electron's words; `null` for what is no one press: `g c`. */
export function acceleratorOf(keys: string): string | null {
  return keys.includes(' ') ? null : keys.replace('Mod', 'CmdOrCtrl');
}
