import type { Command } from 'commander';
import type { Output } from './output.ts';

/** What only the entry of the command line knows. */
export interface Program {
  readonly version: string;
  /** Runs the app, or serves it, and resolves to its exit status. */
  readonly openApp: (args: readonly string[]) => Promise<number>;
  readonly serve: (args: readonly string[]) => Promise<number>;
  /** The file that the Lab's worker threads run. */
  readonly labWorkerUrl: URL;
  /** The file that the threads of `run` run; without it everything is played in this one, and no scenario is given up. */
  readonly runWorkerUrl?: URL;
  /** All of standard input, as text; left out where there is none. */
  readonly stdin?: () => Promise<string>;
  /** Aborts when the process is asked to end, which from then on it does by itself; left out, nobody asks. */
  readonly stop?: () => AbortSignal;
}

/** What a command that is declared elsewhere is given. */
export interface Declaring {
  readonly root: Command;
  readonly output: Output;
  readonly program: Program;
  /** Told the exit status of the command that was called. */
  readonly end: (status: number) => void;
}
