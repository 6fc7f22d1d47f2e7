/** `trigger-lab lsp`: the language server, for editors. */
import { connectLanguage } from '../language-server/connect.ts';
import { DISK } from '../language-server/disk.ts';

/** Speaks the Language Server Protocol on standard input and output until the editor ends it; about the files in these folders, or all. */
export async function lspCommand(folders: readonly string[], version: string): Promise<number> {
  const { stdin, stdout } = process;
  const status = await connectLanguage(stdin, stdout, { version, folders, disk: DISK });
  // An editor may keep its end open.
  stdin.destroy();
  return status;
}
