/** `trigger-lab lsp`: the language server, for editors. */
import { connectLanguage } from '../language-server/connect.ts';
import { readIncluded } from '../scenario/read-disk.ts';

/** Speaks the Language Server Protocol on standard input and output until the editor ends it; about the files in these folders, or all. */
export async function lspCommand(folders: readonly string[], version: string): Promise<number> {
  const { stdin, stdout } = process;
  const status = await connectLanguage(stdin, stdout, { version, folders, readFile: readIncluded });
  // An editor may keep its end open.
  stdin.destroy();
  return status;
}
