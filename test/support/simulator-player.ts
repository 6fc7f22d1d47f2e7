/**
 * A program that acts on the whole simulator until it is killed, while that plays, saves and goes back and forth. Each line on standard
 * output is something that others were told: `told`, the clock; `done`, all that an act left behind. `leaves` comes before what may
 * bring an earlier instant. With a number of turns it ends by itself.
 */
import { writeSync } from 'node:fs';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { contentHash } from '../../src/main/store/checksum.ts';
import { hash64 } from '../../src/shared/hash.ts';
import { worldToJson } from '../../src/shared/world-json.ts';

export interface Done {
  readonly seq: number;
  readonly now: number;
  readonly world: string;
}
/** A line that it writes. */
export type Line = { readonly done: Done } | { readonly told: number } | { readonly leaves: string };

const [folder = '', seed = '', turns = 'Infinity'] = process.argv.slice(2);
const say = (line: Line) => writeSync(1, `${JSON.stringify(line)}\n`);
const simulator = await createSimulator({ dataDir: folder, callbackBase: null, transport: 'direct' });

let last = simulator.workspace.now;
simulator.workspace.subscribe(() => {
  if (simulator.workspace.now !== last) say({ told: simulator.workspace.now });
  last = simulator.workspace.now;
});

const leaving = async (what: string, go: () => Promise<unknown>) => {
  say({ leaves: what });
  await go();
};
const caseType = () => [...simulator.workspace.world.caseTypes.keys()][0] ?? '';
/** Chosen by turns, from the seed. The first few are the likeliest, since they are there twice. */
const ACTS: readonly ((turn: number) => unknown)[] = [
  (turn) =>
    simulator.workspace.acts.act({
      type: 'launchCases',
      caseType: caseType(),
      count: 2,
      every: 60_000,
      as: `k${turn}`,
    }),
  () => simulator.clock.advance({ by: 90_000 }),
  () => simulator.clock.next(3),
  () => simulator.clock.play(),
  (turn) =>
    simulator.workspace.acts.act({
      type: 'saveDefinition',
      definition: { section: 'settings', change: { callTimeout: 5_000 + turn } },
    }),
  () => simulator.clock.pause(),
  () => leaving('back', () => simulator.history.back()),
  () => leaving('goTo', () => simulator.history.goTo(Math.max(1, simulator.workspace.seq - 7))),
  () => leaving('open', () => simulator.opener.openLibrary('05-five-retries-and-escalation')),
  () => simulator.player.step(),
];

simulator.clock.setSpeed(10_000);
for (let turn = 0; turn < Number(turns); turn += 1) {
  const drawn = (hash64(Number(seed), 'act', String(turn)).low >>> 0) % (ACTS.length + 5);
  await ACTS[drawn % ACTS.length]?.(turn);
  const done = await simulator.workspace.look(() => ({
    seq: simulator.workspace.seq,
    now: simulator.workspace.now,
    world: contentHash(JSON.stringify(worldToJson(simulator.workspace.world))),
  }));
  say({ done });
}
await simulator.close();
