/** The keys of commands as they are pressed here: on this system, in this host. */
import { COMMANDS, type CommandId } from '../../../shared/commands.ts';
import { keysInWords } from '../../../shared/keys.ts';
import { isDesktop, isMac } from './host.ts';

/** One text for each key that is pressed after the other; none where there are none. In a browser, those of the menu are the browser's. */
export function keysHere(id: CommandId): string[] {
  const { keys, menuKeys } = COMMANDS[id];
  const here = keys ?? (isDesktop() ? menuKeys : undefined);
  return here === undefined ? [] : pressedHere(here);
}

/** The same of keys that are no command's, in the notation of keys.ts. */
export const pressedHere = (keys: string): string[] => keysInWords(keys, isMac());
