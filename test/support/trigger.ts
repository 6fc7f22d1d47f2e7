/** The command line in this process. */
import { main } from '../../src/main/commands/main.ts';
import type { Program } from '../../src/main/commands/program.ts';

export interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export const PROGRAM: Program = {
  version: '1.2.3',
  labWorkerUrl: new URL('../../src/main/lab-worker.ts', import.meta.url),
  runWorkerUrl: new URL('../../src/main/run-worker.ts', import.meta.url),
  openApp: async (rest) => 40 + rest.length,
  serve: async (rest) => 50 + rest.length,
};

interface Listening {
  readonly onOut?: (text: string) => void;
  readonly onErr?: (text: string) => void;
}

/** Runs `trigger-lab` with these words. */
export const trigger = (...args: string[]): Promise<Ended> => triggerWith({}, ...args);

/** The same where something of its surroundings is not as usual; `onOut` and `onErr` hear what is printed. */
export async function triggerWith(
  { onOut, onErr, ...program }: Partial<Program> & Listening,
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
      onErr?.(text);
    },
  };
  return { status: await main(args, output, { ...PROGRAM, ...program }), out, err };
}
