import { Command, CommanderError } from 'commander';
import { defaultDataDir } from './data-dir.ts';
import { UsageError } from './exit-status.ts';
import { prepared, usageSentence } from './parsing.ts';

export interface ServeOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly dataDir: string;
  /** A file to open as the workspace. */
  readonly scenario: string | null;
  readonly opensBrowser: boolean;
}

export const SERVE_USAGE = 'usage: trigger-lab serve [--port N] [--data-dir D] [--scenario FILE] [--no-open]';

interface ServeValues {
  readonly port: string;
  readonly dataDir?: string;
  readonly scenario?: string;
  readonly open: boolean;
}

/** Declares the options of `trigger-lab serve`. */
export function serveOptions(command: Command): Command {
  return command
    .option('--port <N>', 'where it listens; 0 takes a free one', '0')
    .option('--data-dir <D>', 'where the workspaces are kept')
    .option('--scenario <FILE>', 'opens a scenario file as the workspace')
    .option('--no-open', 'opens no browser');
}

/** The options, or what is wrong with them. */
export function parseServeArgs(args: readonly string[]): ServeOptions | { readonly wrong: string } {
  const command = serveOptions(new Command('serve'))
    .allowExcessArguments(false)
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  try {
    const { port, dataDir, scenario, open } = command
      .parse(prepared(command, args), { from: 'user' })
      .opts<ServeValues>();
    if (!/^\d+$/.test(port) || Number(port) > 65_535) return { wrong: `--port ${port}: expected 0 to 65535` };
    if (dataDir === '') return { wrong: '--data-dir: expected a folder' };
    return {
      port: Number(port),
      dataDir: dataDir ?? defaultDataDir(),
      scenario: scenario ?? null,
      opensBrowser: open,
    };
  } catch (error) {
    if (error instanceof UsageError) return { wrong: error.message };
    if (error instanceof CommanderError) return { wrong: usageSentence(error) };
    throw error;
  }
}
