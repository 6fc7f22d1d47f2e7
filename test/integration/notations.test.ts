/** A file in the notations that people write: read, played over both transports, and written back. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { main } from '../../src/main/commands/main.ts';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FILE = `
title: Down every working day
start: 2026-01-09 09:30 # a Friday
settings: { retry: { max: 2, first: 10 min, factor: 1, cap: 1 h 30 min } }
externalApis:
  erp:
    url: https://erp.example.test/
    outages: [{ from: "10:00", for: 20 min, fail: refused, every: 1d, on: [Mon, Tue, Wed, Thu, Fri] }]
actionTypes:
  post: { externalApi: erp, responseExpected: false }
caseTypes:
  invoice: { owner: dana, process: [post] }
users: { dana: {} }
steps:
  - advance: { to: 10:05 }
  - launch: { caseType: invoice, as: fri }
  - advance: 20 min
  - expect: { action: fri-1/post, status: Closed, calls: 3, resolutionMethod: Done Successfully }
  - advance: { to: 2026-01-10 10:05 }
  - launch: { caseType: invoice, as: sat }
  - expect: { action: sat-1/post, status: Closed, calls: 1 }
  - advance: { to: 2026-01-12T10:19 }
  - launch: { caseType: invoice, as: mon }
  - expect: { action: mon-1/post, calls: 1, phase: retry pending, errorBar: { nextRetryAt: 2026-01-12 10:29 } }
  - advance: 10 min
  - expect: { action: mon-1/post, status: Closed, calls: 2, resolutionMethod: Done Successfully }
`;

const unused = async () => 4;
const PROGRAM = { version: '', labWorkerUrl: new URL('file:///nowhere'), openApp: unused, serve: unused };

/** The command line's exit status, and all it wrote. */
async function command(...args: string[]) {
  let written = '';
  const write = (text: string) => {
    written += text;
  };
  const status = await main(args, { out: write, err: write }, PROGRAM);
  return { status, written };
}

describe('notations (scenario-format.md)', () => {
  it.each(['http', 'direct'])('a file that uses them is read and played: %s', async (transport) => {
    const file = join(await temporaryFolder(), 'a.yaml');
    await writeFile(file, FILE);
    const { status, written } = await command('run', file, '--transport', transport);
    expect(written).toContain('Down every working day');
    expect(status).toBe(0);
  });

  it('what nobody changed is written back as it was typed, what is changed in the notation of files', async () => {
    const simulator = await createSimulator({ dataDir: null, callbackBase: null, transport: 'direct' });
    onTestFinished(() => simulator.close());
    expect(await simulator.opener.openText('a.yaml', FILE)).toEqual({ ok: true });
    const outages = [{ from: '10:00', for: 1_800_000, every: 86_400_000, on: ['Sat', 'Sun'] as const }];
    const value = {
      url: 'https://erp.example.test/',
      outages: outages.map(({ on, ...rest }) => ({ ...rest, on: [...on] })),
    };
    const change = { retry: { first: 5_400_000 } };
    await simulator.workspace.acts.act({
      type: 'saveDefinition',
      definition: { section: 'externalApis', name: 'erp', value },
    });
    await simulator.workspace.acts.act({ type: 'saveDefinition', definition: { section: 'settings', change } });
    const { text } = simulator.exportScenario();
    expect(parse(text).externalApis.erp.outages).toEqual([
      { from: '10:00', for: '30m', every: '1d', on: ['Sat', 'Sun'] },
    ]);
    expect(parse(text).settings.retry).toEqual({ max: 2, first: '1h30m', factor: 1, cap: '1 h 30 min' });
    expect(text).toContain('start: 2026-01-09 09:30 # a Friday');
    expect(text.slice(text.indexOf('steps:'))).toBe(FILE.slice(FILE.indexOf('steps:')));
    expect(await simulator.opener.openText('b.yaml', text)).toEqual({ ok: true });
  });

  it('says what is expected where a notation is wrong', async () => {
    const file = join(await temporaryFolder(), 'wrong.yaml');
    const outage = '{ from: "25:00", for: 20 minutes, every: 1d }';
    await writeFile(file, `externalApis: { erp: { url: "https://erp.test/", outages: [${outage}] } }`);
    const { status, written } = await command('validate', file);
    expect(status).toBe(2);
    expect(written).toContain('found "25:00", expected an instant such as +31m (since the scenario\'s start), 10:00');
    expect(written).toContain('found "20 minutes", expected a duration such as 250ms, 30s, 20 min, 1h30m or 2d');
  });
});
