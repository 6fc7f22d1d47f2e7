import { describe, expect, it } from 'vitest';
import { libraryFiles } from '../support/library-files.ts';
import { play, playOnStage } from '../support/playing.ts';

const library = libraryFiles();
const flaky = library.find(({ id }) => id.includes('flaky'));

describe('a run follows from scenario, seed and inputs alone', () => {
  it.each(library.flatMap(({ id, text }) => [1, 2, 3].map((seed) => ({ id, text, seed }))))(
    '$id with seed $seed: HTTP and direct give the same trace and world, byte for byte',
    async ({ text, seed }) => {
      const direct = await play(text, { transport: 'direct', seed });
      const http = await play(text, { transport: 'http', seed });
      expect(http.trace).toBe(direct.trace);
      expect(http.world).toBe(direct.world);
    },
  );

  it.each(
    library.flatMap(({ id, text }) => (['direct', 'http'] as const).map((transport) => ({ id, text, transport }))),
  )(
    '$id, $transport: the stage of a run, which has no store, gives the trace and world of a workspace',
    async ({ text, transport }) => {
      const onStage = await playOnStage(text, transport);
      const { trace, world } = await play(text, { transport });
      expect(onStage).toEqual({ trace, world });
    },
  );

  it('the same seed twice gives the same trace, another one another', async () => {
    const text = flaky?.text ?? expect.fail('the library has no flaky API');
    const first = await play(text, { seed: 5 });
    expect((await play(text, { seed: 5 })).trace).toBe(first.trace);
    expect((await play(text, { seed: 6 })).trace).not.toBe(first.trace);
  });

  it('one more Action changes nothing of what the others draw', async () => {
    const text = flaky?.text ?? expect.fail('the library has no flaky API');
    const fewer = await play(text);
    const more = await play(text.replace('count: 40, every: 20s', 'count: 41, every: 20s'));
    const ofForty = more.trace.split('\n').filter((line) => !line.includes('"invoice-41/'));
    expect(ofForty.join('\n')).toBe(fewer.trace);
  });
});
