/**
 * Texts and bodies that were mangled at random, on their way in: whatever they are, they are read or refused in sentences, and nothing
 * throws. `ATTACK_RUNS` says how many of each, `ATTACK_SEED` which.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { handleCallback } from '../../src/main/network/callback-endpoint.ts';
import { loadScenario } from '../../src/main/scenario/load.ts';
import { readDocument } from '../../src/main/store/document.ts';
import { surveyJournal } from '../../src/main/store/journal-reading.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import { encodeToken } from '../../src/shared/callback-token.ts';
import { libraryFiles } from '../support/library-files.ts';

const PARAMETERS = {
  numRuns: Number(process.env.ATTACK_RUNS ?? 1_500),
  seed: Number(process.env.ATTACK_SEED ?? 20_261_128),
};

/** What happens to a text at one place, given in thousandths of its length. */
const change = fc.record({
  at: fc.nat(999),
  removed: fc.nat(40),
  put: fc.oneof(
    fc.constantFrom(
      '',
      '\0',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ':',
      '- ',
      '\n',
      '\t',
      '&a',
      '*a',
      '!!',
      '<<: ',
      '__proto__: 1\n',
      '\u202e',
    ),
    fc.string({ maxLength: 12, unit: 'binary' }),
    fc.integer().map(String),
  ),
});
const mangled = (text: string, changes: readonly { at: number; removed: number; put: string }[]) =>
  changes.reduce((present, { at, removed, put }) => {
    const place = Math.floor((present.length * at) / 1_000);
    return present.slice(0, place) + put + present.slice(place + removed);
  }, text);
const changes = fc.array(change, { minLength: 1, maxLength: 6 });

it('a scenario file is loaded, or told what is wrong with it', () => {
  const files = libraryFiles();
  fc.assert(
    fc.property(fc.nat(files.length - 1), changes, (index, each) => {
      const { text, id } = files[index] as (typeof files)[number];
      const loaded = loadScenario(mangled(text, each), `${id}.yaml`);
      if (loaded.ok) return;
      expect(loaded.problems.length).toBeGreaterThan(0);
      expect(loaded.problems.length).toBeLessThanOrEqual(100);
      for (const { line, column, message } of loaded.problems) {
        expect([line >= 1, column >= 1, message.trim() !== '']).toEqual([true, true, true]);
      }
    }),
    PARAMETERS,
  );
});

it('the body of a callback is a response, or refused with a status that says so', async () => {
  const token = encodeToken(1, 'C1/post');
  const good = '{"outcome":"unsuccessful","reason":"PO 77 not found","data":{"lines":[1,{"a":null}]}}';
  const taken: unknown[] = [];
  await fc.assert(
    fc.asyncProperty(changes, fc.uint8Array({ maxLength: 6 }), async (each, bytes) => {
      const body = Buffer.concat([Buffer.from(mangled(good, each)), bytes]);
      const request = new Request('http://127.0.0.1/callbacks/x', { method: 'POST', body });
      const response = await handleCallback(
        request,
        token,
        () => token,
        (_, delivery) => {
          taken.push(delivery);
          return delivery.body === null ? { httpStatus: 400, message: 'No.' } : { httpStatus: 200, message: 'Yes.' };
        },
      );
      expect([200, 400]).toContain(response.status);
      expect(await response.json()).toBeTypeOf('object');
    }),
    PARAMETERS,
  );
  expect(taken.length).toBe(PARAMETERS.numRuns);
});

it('a stored document is read, or said to be damaged or newer', () => {
  const document =
    '{"schemaVersion":3,"saveNumber":1,"workspaceId":"w","title":"t","now":0,"seq":0,"history":[],"world":{}}';
  fc.assert(
    fc.property(changes, (each) => {
      expect(['read', 'whole', 'newer', 'damaged']).toContain(readDocument(mangled(document, each)).kind);
    }),
    PARAMETERS,
  );
});

it('a journal is surveyed as far as it is good', async () => {
  const journal = [
    '{"journal":{"workspaceId":"w","saveNumber":1}}',
    '{"seq":1,"at":0,"input":{"type":"advanced"}}',
    '',
  ].join('\n');
  await fc.assert(
    fc.asyncProperty(changes, async (each) => {
      const files = new MemoryFiles();
      await files.writeAtomically('journal.ndjson', mangled(journal, each));
      const surveyed = await surveyJournal(files, 'journal.ndjson');
      if (surveyed !== null) expect(surveyed.size).toBeGreaterThanOrEqual(0);
    }),
    PARAMETERS,
  );
});
