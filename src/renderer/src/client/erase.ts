/** *Erase everything*: says what would go, asks, removes it, and starts over. */
import type { Holdings } from '../../../shared/erase-contract.ts';
import { ERASE_WORDS } from '../../../shared/erase-contract.ts';
import { heldInWords, sizeText } from '../../../shared/erase-words.ts';
import { confirm } from '../components/confirm.tsx';
import { attempt } from './act.ts';
import { client } from './client.ts';
import { forgetEverything } from './forget.ts';

/** Starts over if the person confirms; otherwise nothing changes. */
export async function eraseEverything(): Promise<void> {
  const held = await attempt(client().erase.look());
  if (held === null) return;
  const goOn = await confirm({
    title: 'Erase everything?',
    message: whatGoes(held),
    confirmLabel: 'Erase everything',
    danger: true,
    isFinal: true,
  });
  if (!goOn) return;
  const erased = await attempt(client().erase.all({ confirm: ERASE_WORDS }));
  if (erased === null) return;
  if (erased.failed.length > 0) await sayWhatStayed(erased.failed);
  forgetEverything();
}

/** In sentences, with the folder, every workspace by its name, and what is left alone. */
function whatGoes(held: Holdings): string {
  const { folder, bytes, left } = held;
  const what = [...heldInWords(held), 'how far you are in Course', 'what this window remembers'];
  const stays = left.length === 0 ? '' : ` What is not Trigger Lab’s stays: ${left.join(', ')}.`;
  const where = folder === 'memory' ? '' : ` from ${folder}`;
  return `This removes${where}: ${what.join('; ')}; ${sizeText(bytes)} in all. It cannot be undone.${stays} Trigger Lab then begins as on the first day, with the sample workspace.`;
}

async function sayWhatStayed(failed: readonly string[]): Promise<void> {
  await confirm({
    title: 'Not everything could be removed',
    message: `All else is gone. You can remove these yourself: ${failed.join('; ')}.`,
    confirmLabel: 'Go on',
    cancelLabel: 'Close',
  });
}
