import { parseArgs } from 'node:util';
import { defaultDataDir } from './data-dir.ts';
import { parseArgsSentence } from './options.ts';

export interface ServeOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly dataDir: string;
  /** A file to open as the workspace. */
  readonly scenario: string | null;
  readonly opensBrowser: boolean;
}

export const SERVE_USAGE = 'usage: trigger-lab serve [--port N] [--data-dir D] [--scenario FILE] [--no-open]';

/** The options, or what is wrong with them. */
export function parseServeArgs(args: readonly string[]): ServeOptions | { readonly wrong: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '0' },
        'data-dir': { type: 'string' },
        scenario: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) return { wrong: `--port ${values.port}: expected 0 to 65535` };
    if (values['data-dir'] === '') return { wrong: '--data-dir: expected a folder' };
    return {
      port,
      dataDir: values['data-dir'] ?? defaultDataDir(),
      scenario: values.scenario ?? null,
      opensBrowser: !values['no-open'],
    };
  } catch (error) {
    return { wrong: parseArgsSentence(error as Error) };
  }
}
