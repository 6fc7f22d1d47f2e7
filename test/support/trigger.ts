/** The command line in this process. */
import { main } from '../../src/main/commands/main.ts';
import type { Program } from '../../src/main/commands/program.ts';

export interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

const PROGRAM: Program = {
  version: '1.2.3',
  labWorkerUrl: new URL('../../src/main/lab-worker.ts', import.meta.url),
  openApp: async (rest) => 40 + rest.length,
  serve: async (rest) => 50 + rest.length,
};

/** Runs `trigger-lab` with these words. */
export const trigger = (...args: string[]): Promise<Ended> => triggerWith({}, ...args);

/** The same where something of its surroundings is not as usual; `onOut` hears what is printed. */
export async function triggerWith(
  { onOut, ...program }: Partial<Program> & { readonly onOut?: (text: string) => void },
  ...args: string[]
): Promise<Ended> {
  let out = '';
  let err = '';
  const output = {
    out: (text: string) => {
      out += text;
      onOut?.(text);
    },
    err: (text: string) => {
      err += text;
    },
  };
  return { status: await main(args, output, { ...PROGRAM, ...program }), out, err };
}
