/**
 * A folder laid out as Electron's own for Linux is, for where Electron cannot be fetched: what electron-builder copies, renames and puts
 * an archive into. Its program is a STAND-IN: no Electron is in it. It has a wire of fuses where Electron has one, as Electron comes: what flips
 * and reads them finds the mark that it looks for.
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FuseV1Options } from '@electron/fuses';

/** Where the fuses are in any Electron: docs/tutorial/fuses.md of Electron. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Nine fuses of version 1, each as Electron comes: RunAsNode, NODE_OPTIONS, --inspect, file privileges and WebAssembly's trap handlers on. */
const WIRE = '101100011';

export interface StandIn {
  /** Of the Electron that it stands for. */
  readonly version: string;
  /** The module that takes Electron's place: started with `process.argv` as Electron's program has it, the app's folder first. */
  readonly program: string;
}

/** Makes it in a folder. */
export function makeStandInDistribution(folder: string, { version, program }: StandIn): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  writeFileSync(join(folder, 'locales/en-US.pak'), '');
  writeFileSync(join(folder, 'version'), version);
  const notice = `A stand-in for Electron ${version}, made for tests. No part of Electron is in it.\n`;
  writeFileSync(join(folder, 'LICENSE'), notice);
  writeFileSync(join(folder, 'LICENSES.chromium.html'), notice);
  writeFileSync(join(folder, 'electron'), launcher(program), 'latin1');
  chmodSync(join(folder, 'electron'), 0o755);
}

/**
 * Node cannot read inside an archive as Electron can, so the launcher unpacks it first: into a folder that has the archive's
 * name, away from the checkout, so that what is missing in the archive is missing.
 */
function launcher(program: string): string {
  const wire = `${SENTINEL}${String.fromCharCode(1, WIRE.length)}${WIRE}`;
  return `#!${process.execPath}
// A STAND-IN for Electron, made for tests: no Electron is in it. Its fuses: ${wire}
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll } from ${JSON.stringify(import.meta.resolve('@electron/asar'))};

const folder = mkdtempSync(join(tmpdir(), 'trigger-lab-stand-in-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const app = join(folder, 'resources', 'app.asar');
extractAll(join(import.meta.dirname, 'resources', 'app.asar'), app);

// What is for Chromium and Node comes first. As in Electron, the inspector stays shut where its fuse says so.
const fuses = /Its fuses: [a-zA-Z0-9]+..([01r]+)/s.exec(readFileSync(import.meta.filename, 'latin1'))[1];
const [node, , ...args] = process.argv;
const isFlag = (arg) => /^--(inspect|remote-debugging|no-sandbox)/.test(arg);
const isHeeded = (flag) => !flag.startsWith('--inspect') || fuses[${FuseV1Options.EnableNodeCliInspectArguments}] === '1';
const flags = args.filter((arg) => isFlag(arg) && isHeeded(arg));
process.argv = [node, ${JSON.stringify(program)}, ...flags, app, ...args.filter((arg) => !isFlag(arg))];
await import(${JSON.stringify(pathToFileURL(program).href)});
`;
}
