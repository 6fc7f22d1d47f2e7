/** The one table of commands, and its keys as people and Electron read them. */
import { expect, it } from 'vitest';
import { COMMAND_IDS, COMMANDS } from '../../../src/shared/commands.ts';
import { acceleratorOf, hasMod, keysInWords } from '../../../src/shared/keys.ts';

it.each([
  ['Mod+Shift+Z', ['Ctrl Shift Z'], ['⇧⌘Z'], 'CmdOrCtrl+Shift+Z'],
  ['Mod+K', ['Ctrl K'], ['⌘K'], 'CmdOrCtrl+K'],
  ['Shift+Right', ['Shift →'], ['⇧→'], 'Shift+Right'],
  ['Space', ['Space'], ['Space'], 'Space'],
  ['g c', ['g', 'c'], ['g', 'c'], null],
])('%s is %j, on a Mac %j, to Electron %j', (keys, elsewhere, onMac, accelerator) => {
  expect(keysInWords(keys, false)).toEqual(elsewhere);
  expect(keysInWords(keys, true)).toEqual(onMac);
  expect(acceleratorOf(keys)).toBe(accelerator);
});

it('keys with ⌘ or Ctrl are told from those that could be typed', () => {
  expect(['Mod+Z', 'Shift+Right', 'p', 'g m'].map(hasMod)).toEqual([true, false, false, false]);
});

it('no two commands have the same keys, nor the same words in the palette', () => {
  const twice = (values: readonly string[]) => values.filter((each, index) => values.indexOf(each) !== index);
  const keys = COMMAND_IDS.flatMap((id) => [COMMANDS[id].keys, COMMANDS[id].menuKeys]).filter(
    (each) => each !== undefined,
  );
  expect(keys.length).toBeGreaterThan(15);
  expect(twice(keys)).toEqual([]);
  expect(twice(COMMAND_IDS.map((id) => `${COMMANDS[id].group} ${COMMANDS[id].label}`))).toEqual([]);
});

it('keys of the menu alone are never those that could be typed', () => {
  const alone = COMMAND_IDS.flatMap((id) => COMMANDS[id].menuKeys ?? []);
  expect(alone.length).toBeGreaterThan(2);
  expect(alone.filter((keys) => !hasMod(keys))).toEqual([]);
});
