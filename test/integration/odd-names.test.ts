/**
 * Names as nobody well-meaning gives them, for everything that has one: they come through an export, *Copy as scenario*, the store and
 * the interface for scripts as they were given, or are refused in a sentence.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Library } from '../../src/main/scenario/library.ts';
import { loadScenario } from '../../src/main/scenario/load.ts';
import { formatProblem } from '../../src/main/scenario/problem.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { LowdbStore } from '../../src/main/store/lowdb-store.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import { type CommandText, command } from '../../src/shared/inputs.ts';
import { lostNameIn } from '../../src/shared/lost-name.ts';
import { plainText } from '../../src/shared/plain-text.ts';
import { type Scenario, type ScenarioText, scenario } from '../../src/shared/scenario.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { expectSameLives, played } from '../support/same-lives.ts';
import { simulatingOn } from '../support/simulating.ts';

const ODD = [
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'toJSON', 'then', 'valueOf', 'length', '__defineGetter__',
  'yes', 'no', 'on', 'null', '~', 'true', '1e3', '0x1f', '0o17', '1_000', '.inf', '.nan', '2026-01-05', '12:30:45', '0', '10', '9', '-1', '1.0',
  '- x', '-', '--- ', '...', '# no comment', 'a # b', 'a: b', ':', 'a:', '? x', '! x', '!!str', '& x', '* x', '<<', '|', '>', '%TAG', '@x', '`x`',
  '"', "'", '"quoted"', "it's", '\\', '\\n', '{}', '[a, b]', '{ a: 1 }', ', ', '=1+1', '$x', '%s', '../../x', 'con', '..', '.',
  ' leading', 'trailing ', '\ttab', 'two\nlines', 'cr\rlf\r\n', '\u0000', '\u0007', '\u001b[31m', '\u0085', '\u2028', '\ufeff', '\u200b', '\u00a0',
  'é', 'e\u0301', 'ﬁ', 'שלום', '\u202eabc', '👩‍👩‍👧', '🇩🇪', '\ud800', 'x'.repeat(200), 'x'.repeat(201), 'ü'.repeat(200), '', 'a/b', 'C1', 'as', 'case', 'Case',
] as const; // biome-ignore format: one look is enough
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<string>(...ODD) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }) },
);

interface Names {
  readonly queue: string;
  readonly user: string;
  readonly api: string;
  readonly type: string;
  readonly manual: string;
  readonly caseType: string;
  readonly caseInstance: string;
  readonly field: string;
  readonly alias: string;
  readonly prefix: string;
  readonly title: string;
}
const names: fc.Arbitrary<Names> = fc.record({
  queue: name,
  user: name,
  api: name,
  type: name,
  manual: name,
  caseType: name,
  caseInstance: name,
  field: name,
  alias: name,
  prefix: name,
  title: name,
});

/** All as long as they may be. */
const LONGEST = Object.fromEntries(
  ['queue', 'user', 'api', 'type', 'manual', 'caseType', 'caseInstance', 'field', 'alias', 'prefix', 'title'].map(
    (key) => [key, key.padEnd(200, '-')],
  ),
) as unknown as Names;

const data = (field: string, value: string) =>
  Object.fromEntries([
    [field, value],
    ['inner', [Object.fromEntries([[field, { deep: value }]])]],
  ]);

const definitionsOf = ({
  queue,
  user,
  api,
  type,
  manual,
  caseType,
  caseInstance,
  field,
  title,
}: Names): ScenarioText => ({
  title,
  queues: [queue],
  users: Object.fromEntries([[user, { queues: [queue] }]]),
  externalApis: Object.fromEntries([
    [
      api,
      {
        url: 'https://api.example.test/',
        calls: [{ fail: 'refused' }],
        otherwise: { respond: { outcome: 'success', reason: field, data: data(field, title) } },
      },
    ],
  ]),
  actionTypes: Object.fromEntries([
    [type, { title: field, externalApi: api, send: [field], allocation: { queue, user } }],
    [manual, { manual: true, allocation: { queue } }],
  ]),
  caseTypes: Object.fromEntries([[caseType, { owner: user, data: data(field, field), process: [type] }]]),
  cases: Object.fromEntries([[caseInstance, { owner: user, data: data(field, title), process: [type, manual] }]]),
});

/** As the router does: what its schema refuses never reaches the rules, and is told in a sentence. */
async function wish(simulator: Simulator, text: CommandText): Promise<void> {
  if (lostNameIn(text) !== null) return;
  const read = z.safeDecode(command, text);
  if (read.success) await simulator.workspace.acts.act(read.data);
  else expectSentences(read.error);
}

/** Something of every kind is done by those names. */
async function live(simulator: Simulator, given: Names): Promise<void> {
  const { user, api, type, manual, caseType, caseInstance, field, alias, prefix } = given;
  await wish(simulator, { type: 'launchCase', case: caseInstance });
  await wish(simulator, { type: 'launchCases', caseType, count: 2, every: '1s', as: prefix });
  await wish(simulator, { type: 'launchAction', case: caseInstance, actionType: manual, as: alias });
  await simulator.clock.advance({ by: 90_000 });
  await wish(simulator, { type: 'take', action: alias, by: user });
  await wish(simulator, { type: 'unable', action: alias, by: user, reason: field });
  await wish(simulator, {
    type: 'saveDefinition',
    definition: { section: 'actionTypes', name: type, change: { title: alias, send: [field, alias] } },
  });
  const random = { successRate: 0, reasons: Object.fromEntries([[field, 1]]) };
  await wish(simulator, {
    type: 'saveDefinition',
    definition: { section: 'externalApis', name: api, change: { random } },
  });
  await wish(simulator, { type: 'launchAction', case: caseInstance, actionType: type });
  const answer = { action: `${caseInstance}/${type}/2`, reason: alias, data: data(field, alias) };
  await simulator.workspace.acts.respond({ ...answer, outcome: 'success' });
  await simulator.clock.advance({ by: 200_000 });
}

const saveCaseType = (simulator: Simulator, { caseType: name, user: owner, manual, alias, field }: Names) =>
  wish(simulator, {
    type: 'saveDefinition',
    definition: { section: 'caseTypes', name, value: { owner, data: data(alias, field), process: [manual] } },
  });

const plain = (simulator: Simulator): unknown => {
  const { edits: _, ...world } = worldToJson(simulator.workspace.world);
  return JSON.parse(JSON.stringify({ ...world, now: simulator.workspace.now }));
};

function expectSentences({ issues }: z.ZodError): void {
  for (const { message } of issues) expect(message).toMatch(/^expected |^found /);
}

/** By the way that a file takes; `null` where it is refused, in sentences. */
function read(given: Names): Scenario | null {
  const loaded = loadScenario(JSON.stringify(definitionsOf(given)), 'odd.json');
  if (loaded.ok) return loaded.scenario;
  for (const problem of loaded.problems) {
    expect(problem.message).toMatch(/expected|unknown|twice|missing|found/);
    // What a terminal would obey is written out.
    expect(plainText(formatProblem(problem))).toBe(formatProblem(problem));
  }
  return null;
}

it('come through as they were given, or are refused in a sentence', async () => {
  let livedCount = 0;
  await fc.assert(
    fc.asyncProperty(names, async (given) => {
      const begun = read(given);
      if (begun === null) return;
      const files = new MemoryFiles();
      const lived = await simulatingOn(() => new LowdbStore(files), z.encode(scenario, begun));
      try {
        await live(lived, given);
        livedCount += 1;
        const before = plain(lived);
        await lived.workspace.restart();
        expect(plain(lived)).toEqual(before);
        const again = await played(lived.exportScenario());
        expect(plain(again)).toEqual(before);
        await again.close();
        await expectSameLives(lived);
        // What was launched from the earlier version needs a name for that in a file.
        await saveCaseType(lived, given);
        await (await played(lived.exportScenario())).close();
      } finally {
        await lived.close();
      }
    }),
    { numRuns: Number(process.env.ODD_RUNS ?? 120), examples: [[LONGEST]] },
  );
  expect(livedCount).toBeGreaterThan(50);
});

it('an id of the library is never a path, and what is not there is said', async () => {
  const library = new Library();
  await fc.assert(
    fc.asyncProperty(name, async (id) => {
      expect(await library.text(id)).toBeNull();
    }),
  );
});
