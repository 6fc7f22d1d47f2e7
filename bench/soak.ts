/**
 * `npm run bench -- soak`: whether memory, files and clicks level off. 20,000 Actions live on disk at 10,000×; a Case that has closed
 * makes room for a new one. Every minute a line says how things stand.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulator } from '../src/main/simulator.ts';
import { median, pass } from './event-loop.ts';
import { open, scenarioOf } from './live-workspace.ts';

export interface SoakOptions {
  /** Real time. */
  readonly minutes: number;
  readonly actions: number;
  /** Virtual over real time. */
  readonly speed: number;
  readonly isJson: boolean;
}

/** What one minute came to. */
interface SoakLine {
  readonly minute: number;
  /** How many lives have ended since the start. */
  readonly ended: number;
  /** Virtual over real time, in this minute. */
  readonly speed: number;
  readonly memoryMb: number;
  readonly filesMb: number;
  /** How long an act took to be acknowledged, in ms. */
  readonly actMedianMs: number;
  readonly actMaxMs: number;
}

/** A life of up to ten days: half of all calls fail, most of the others are answered, and the due date ends the rest. */
const LIVES = `
title: Lives that end and begin again
users: { dana: {}, emil: {} }
queues: [AP]
settings: { retry: { max: 20, first: 2d, factor: 1, jitter: 0.5 } }
externalApis:
  erp:
    url: https://erp.example.test/invoices
    random: { failRate: 0.5, noResponseRate: 0.3, successRate: 1, responseAfter: { exponential: { mean: 4d } } }
actionTypes:
  post: { externalApi: erp, due: 10d, autoCompleteOnTimeout: true, allocation: { queue: AP } }
caseTypes:
  invoice: { owner: dana, data: { amount: 12, supplier: "4711" }, process: [post] }
`;

const MINUTE_MS = 60_000;
const BETWEEN_ACTS_MS = 250;

/** Plays for so many minutes and prints a line each; one JSON object a line with `isJson`. */
export async function soak({ minutes, actions, speed, isJson }: SoakOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'trigger-lab-soak-'));
  try {
    const simulator = await open(folder, scenarioOf(LIVES));
    let ended = 0;
    simulator.workspace.subscribe((event) => {
      if (event.type !== 'facts') return;
      for (const fact of event.facts) if (fact.type === 'statusChanged' && fact.to === 'Closed') ended += 1;
    });
    await simulator.workspace.acts.act({ type: 'launchCases', caseType: 'invoice', count: actions });
    simulator.clock.setSpeed(speed);
    simulator.clock.play();
    let launchedAgain = 0;
    for (let minute = 1; minute <= minutes; minute += 1) {
      const from = simulator.clock.state().now;
      const until = performance.now() + MINUTE_MS;
      const took: number[] = [];
      while (performance.now() < until) {
        const startedAt = performance.now();
        launchedAgain += await again(simulator, ended - launchedAgain, took.length);
        took.push(performance.now() - startedAt);
        await pass(BETWEEN_ACTS_MS);
      }
      const line = {
        minute,
        ended,
        speed: Math.round((simulator.clock.state().now - from) / (performance.now() - until + MINUTE_MS)),
        memoryMb: Math.round(process.memoryUsage().rss / 1024 ** 2),
        filesMb: Math.round(bytesIn(folder) / 1024 ** 2),
        actMedianMs: Number(median(took).toFixed(1)),
        actMaxMs: Number(Math.max(...took).toFixed(1)),
      } satisfies SoakLine;
      process.stdout.write(isJson ? `${JSON.stringify(line)}\n` : `${inWords(line)}\n`);
    }
    await simulator.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An act: as many new Cases as have closed, or where none has, somebody comes or goes. Returns how many Cases it launched. */
async function again(simulator: Simulator, count: number, turn: number): Promise<number> {
  const outcome =
    count > 0
      ? await simulator.workspace.acts.act({ type: 'launchCases', caseType: 'invoice', count })
      : await simulator.workspace.acts.act({
          type: 'saveDefinition',
          definition: { section: 'users', name: 'emil', change: { available: turn % 2 === 0 } },
        });
  if (!('rejected' in outcome) || outcome.rejected) throw new Error(`an act was refused: ${JSON.stringify(outcome)}`);
  return count;
}

/** The size of all files in a folder, whatever comes and goes while it is read. */
function bytesIn(folder: string): number {
  let bytes = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    if (found?.isFile()) bytes += found.size;
  }
  return bytes;
}

function inWords({ minute, ended, speed, memoryMb, filesMb, actMedianMs, actMaxMs }: SoakLine): string {
  return `minute ${minute}: ${ended} lives ended, ${speed}×, ${memoryMb} MB memory, ${filesMb} MB files, an act ${actMedianMs} ms (median), ${actMaxMs} ms (longest)`;
}
