/** A file in, a file out: what a person wrote stays as it was written, as far as it still holds. */
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { loadScenario } from '../../src/main/scenario/load.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { isRejection } from '../../src/shared/errors.ts';
import type { Command } from '../../src/shared/inputs.ts';
import { libraryFiles } from '../support/library-files.ts';

const HAND_WRITTEN = `# Rehearsal for the spring release
title: 'Two failures'   # shown on the projector

settings:
  retry: { max: 4, first: 60s }   # sixty seconds, as agreed with Finance

queues: [AP, "AP Exceptions"]
users:
  # dana owns everything
  dana: {}
  omar: { queues: [AP] }

externalApis:
  erp:
    url: https://erp.example.test/invoices
    calls:
      - fail: refused   # Monday's restart
      - status: 503
    otherwise: { respond: { after: 10m, outcome: success } }

actionTypes:
  # the one that matters
  post-invoice:
    title: Post invoice to ERP
    externalApi: erp
    responseWithin: 30m
    due: 8h
    allocation: { queue: AP, user: omar }

cases:
  C1: { owner: dana, process: [post-invoice] }

steps:
  - launch: { case: C1 }   # here it begins
  - expect: { action: C1/post-invoice, retries: 0/4 }
`;

async function opened(text: string): Promise<Simulator> {
  const simulator = await createSimulator({ dataDir: null, callbackBase: null, transport: 'direct' });
  onTestFinished(() => simulator.close());
  expect(await simulator.opener.openText('two-failures.yaml', text)).toEqual({ ok: true });
  return simulator;
}

async function changed(simulator: Simulator, ...commands: Command[]): Promise<string> {
  for (const command of commands) expect(isRejection(await simulator.workspace.acts.act(command))).toBe(false);
  return simulator.exportScenario().text;
}

test('a file that was only opened is exported to the letter', async () => {
  expect((await opened(HAND_WRITTEN)).exportScenario().text).toBe(HAND_WRITTEN);
});

test.each(libraryFiles().map(({ id, text }) => [id, text]))('so is %s of the library', async (_, text) => {
  expect((await opened(text)).exportScenario().text).toBe(text);
});

test('a change on screen changes its own place in the text and nothing else', async () => {
  const simulator = await opened(HAND_WRITTEN);
  const text = await changed(
    simulator,
    { type: 'saveDefinition', definition: { section: 'settings', change: { retry: { max: 7 } } } },
    {
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post-invoice', change: { due: null, responseWithin: 600_000 } },
    },
    { type: 'createDefinition', definition: { section: 'queues', name: 'Escalations' } },
  );
  expect(text.replace(/\[ (.*?) \]/g, '[$1]').split('\n')).toEqual(
    HAND_WRITTEN.replace('max: 4, first', 'max: 7, first')
      .replace('    due: 8h\n', '')
      .replace('responseWithin: 30m', 'responseWithin: 10m')
      .replace('[AP, "AP Exceptions"]', '[AP, "AP Exceptions", Escalations]')
      // What a YAML writer does not keep: blanks before a comment and within brackets.
      .replace(/ +#/g, ' #')
      .replace(/\n #/g, '\n  #')
      .split('\n'),
  );
});

test('a script is changed call by call, and each keeps its comment', async () => {
  const simulator = await opened(HAND_WRITTEN);
  const text = await changed(simulator, {
    type: 'saveDefinition',
    definition: {
      section: 'externalApis',
      name: 'erp',
      change: { calls: [{ fail: 'refused' }, { fail: 'tls' }, { status: 503 }] },
    },
  });
  expect(text).toContain("- fail: refused # Monday's restart\n      - fail: tls\n      - status: 503\n");
  expect(text).toContain('# the one that matters');
  expect(text).toContain('# here it begins');
});

test('ordered anew, each definition takes its comments along', async () => {
  const simulator = await opened(HAND_WRITTEN);
  const text = await changed(simulator, { type: 'moveDefinition', section: 'users', name: 'omar', place: 0 });
  expect(text.indexOf('omar:')).toBeLessThan(text.indexOf('dana: {}'));
  expect(text).toContain('dana owns everything');
});

test('what happened takes the place of the steps, and the comments elsewhere stay', async () => {
  const simulator = await opened(HAND_WRITTEN);
  await simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' });
  await simulator.clock.advance({ by: 90_000 });
  const { text } = simulator.exportScenario();
  expect(text).toContain('# sixty seconds, as agreed with Finance');
  expect(text).toMatch(/steps:\n {2}- launch: ?\n? *\{? ?case: C1 ?\}?.*\n {2}- advance:/);
  expect(text).not.toContain('expect');
});

test('renamed, people and queues have the new name wherever the file names them, its own steps too', async () => {
  const steps = HAND_WRITTEN.replace(
    '  - expect: {',
    `  - take: { action: C1/post-invoice, by: omar, }   # omar is quick
  - set: { actionType: post-invoice, allocation: { queue: AP, user: dana } }
  - expect: { queue: AP, actions: 0 }
  - expect: { notifications: dana, count: 0 }
  - say: omar and dana work in AP
  - expect: {`,
  );
  const simulator = await opened(steps);
  const text = await changed(
    simulator,
    { type: 'renameDefinition', section: 'users', name: 'omar', to: 'Omar Haddad' },
    { type: 'renameDefinition', section: 'users', name: 'dana', to: 'Dana Reyes' },
    { type: 'renameDefinition', section: 'queues', name: 'AP', to: 'Accounts Payable' },
  );
  expect(loadScenario(text, 'again.yaml').ok).toBe(true);
  for (const line of [
    'owner: Dana Reyes, process',
    'by: Omar Haddad',
    '# omar is quick',
    'allocation: { queue: Accounts Payable, user: Dana Reyes }',
    'expect: { queue: Accounts Payable, actions: 0 }',
    'notifications: Dana Reyes',
    'say: omar and dana work in AP',
    '# sixty seconds, as agreed with Finance',
  ])
    expect(text).toContain(line);
  expect(text).not.toMatch(/\b(owner|user|by|notifications): (dana|omar)\b/);
});

test('steps that no longer fit what is defined do not make a file that cannot be opened', async () => {
  const simulator = await opened(HAND_WRITTEN.replace('owner: dana, process', 'owner: omar, process'));
  const text = await changed(simulator, { type: 'deleteDefinition', section: 'users', name: 'dana' });
  expect(loadScenario(text, 'again.yaml').ok).toBe(true);
});

test('screen, file, screen, file: the second file is the first, whatever was configured', async () => {
  const max = fc.integer({ min: 0, max: 9 });
  const duration = fc.integer({ min: 1, max: 5_000 }).map((seconds) => seconds * 1_000);
  const name = fc.constantFrom('a', 'b b', 'ä: #', '7', 'null');
  const command: fc.Arbitrary<Command> = fc.oneof(
    max.map(
      (each) =>
        ({ type: 'saveDefinition', definition: { section: 'settings', change: { retry: { max: each } } } }) as const,
    ),
    duration.map(
      (due) =>
        ({
          type: 'saveDefinition',
          definition: { section: 'actionTypes', name: 'post-invoice', change: { due } },
        }) as const,
    ),
    fc.tuple(max, duration).map(
      ([each, due]): Command => ({
        type: 'saveDefinition',
        definition: { section: 'actionTypes', name: 'post-invoice', change: { due } },
        also: [{ section: 'settings', change: { retry: { max: each } } }],
      }),
    ),
    name.map((each) => ({ type: 'createDefinition', definition: { section: 'queues', name: each } }) as const),
    fc.tuple(name, fc.boolean()).map(
      ([each, available]): Command => ({
        type: 'createDefinition',
        definition: { section: 'users', name: each, value: { available, queues: ['AP'] } },
      }),
    ),
    fc
      .tuple(name, max)
      .map(([each, place]) => ({ type: 'moveDefinition', section: 'users', name: each, place }) as const),
    name.map((each) => ({ type: 'deleteDefinition', section: 'users', name: each }) as const),
    fc
      .tuple(fc.constantFrom('AP', 'AP Exceptions', 'a'), name)
      .map(([each, to]) => ({ type: 'renameDefinition', section: 'queues', name: each, to }) as const),
    fc
      .tuple(fc.constantFrom('dana', 'omar', 'a', 'b b'), fc.oneof(name, fc.constantFrom('dana', 'omar')))
      .map(([each, to]) => ({ type: 'renameDefinition', section: 'users', name: each, to }) as const),
    fc.constant({ type: 'undoEdit' } as const),
    fc.constant({ type: 'redoEdit' } as const),
    fc.constant({ type: 'launchCase', case: 'C1' } as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(command, { maxLength: 8 }), async (isHandWritten, commands) => {
      const simulator = await createSimulator({ dataDir: null, callbackBase: null, transport: 'direct' });
      const again = await createSimulator({ dataDir: null, callbackBase: null, transport: 'direct' });
      try {
        const text = isHandWritten ? HAND_WRITTEN : HAND_WRITTEN.replace(/#.*/g, '');
        await simulator.opener.openText('x.yaml', text);
        for (const each of commands) await simulator.workspace.acts.act(each);
        const first = simulator.exportScenario().text;
        expect(await again.opener.openText('x.yaml', first)).toEqual({ ok: true });
        expect(again.exportScenario().text).toBe(first);
      } finally {
        await simulator.close();
        await again.close();
      }
    }),
    { numRuns: 100 },
  );
});
