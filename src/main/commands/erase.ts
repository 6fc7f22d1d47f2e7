/** `trigger-lab erase`: everything that is kept in a data folder, listed; with `--yes` removed. */
import { counted } from '../../shared/counted.ts';
import { heldInWords, sizeText } from '../../shared/erase-words.ts';
import { plainText } from '../../shared/plain-text.ts';
import { dataDirOf } from './data-dir.ts';
import { eraseDisk, holdingsOnDisk } from './disk-backups.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import type { Output } from './output.ts';
import { refused, unlessRefused } from './store-refusals.ts';

/** Removes nothing without `yes`; 2 where something could not be removed, or the folder is open elsewhere. */
export function eraseCommand(
  values: { readonly dataDir?: string; readonly yes?: boolean },
  output: Output,
): Promise<ExitStatus> {
  const dataDir = dataDirOf(values.dataDir);
  return unlessRefused(dataDir, output, async () => {
    const say = (sentence: string) => output.out(`${plainText(sentence)}\n`);
    const held = await holdingsOnDisk(dataDir);
    const stays = (left: readonly string[]) => {
      for (const path of left) say(`  stays, since it is not Trigger Lab’s: ${path}`);
    };
    if (held.fileCount === 0) {
      say(`There is nothing of Trigger Lab in ${dataDir}.`);
      stays(held.left);
      return EXIT.passed;
    }
    if (values.yes !== true) {
      say(`In ${dataDir}, this would be removed for good:`);
      for (const each of heldInWords(held)) say(`  ${each}`);
      say(`  ${counted(held.fileCount, 'file')}, ${sizeText(held.bytes)} in all`);
      stays(held.left);
      say('Nothing was removed. To remove it, add --yes.');
      return EXIT.passed;
    }
    const { fileCount, bytes, failed, left } = await eraseDisk(dataDir);
    say(`${counted(fileCount, 'file')}, ${sizeText(bytes)}, were removed from ${dataDir}.`);
    stays(left);
    if (failed.length === 0) return EXIT.passed;
    return refused(`this could not be removed:\n${failed.map((each) => `  ${each}`).join('\n')}`, output);
  });
}
