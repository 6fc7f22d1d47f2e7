import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Turns } from '../../../src/main/runtime/turns.ts';

/** Lets everything happen that needs no further help. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Turns, and what happened in them in order. A job with a latch ends when that is opened. */
function ordered() {
  const turns = new Turns();
  const happened: string[] = [];
  const job = (name: string, latch?: PromiseWithResolvers<void>) => async () => {
    happened.push(`${name} begins`);
    await latch?.promise;
    happened.push(`${name} ends`);
    return name;
  };
  return { turns, happened, job };
}

const whole = (...names: string[]) => names.flatMap((name) => [`${name} begins`, `${name} ends`]);

describe('turns', () => {
  it('come as they were asked for, acts and openings alike, one at a time', async () => {
    const { turns, happened, job } = ordered();
    const latch = Promise.withResolvers<void>();
    const all = [
      turns.take(job('a', latch)),
      turns.open(job('b')),
      turns.take(job('c')),
      turns.open(job('d')),
      turns.take(job('e')),
    ];
    await settled();
    expect(happened).toEqual(['a begins']);
    latch.resolve();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(happened).toEqual(whole('a', 'b', 'c', 'd', 'e'));
  });

  it('fail alone, at once or later, and so does what was to be prepared', async () => {
    const { turns, happened, job } = ordered();
    const failing = (message: string) => async () => Promise.reject(new Error(message));
    const thrown = turns.take(() => {
      throw new Error('at once');
    });
    const failed = turns.take(failing('later'));
    const unprepared = turns.prepareAndOpen(failing('unprepared'), job('never'));
    const next = turns.open(job('next'));
    await expect(thrown).rejects.toThrow('at once');
    await expect(failed).rejects.toThrow('later');
    await expect(unprepared).rejects.toThrow('unprepared');
    expect(await next).toBe('next');
    expect(happened).toEqual(whole('next'));
  });

  it('are let pass by an opening that is being prepared, but for other openings', async () => {
    const { turns, happened, job } = ordered();
    const read = Promise.withResolvers<string>();
    const opening = turns.prepareAndOpen(
      () => read.promise,
      async (text) => job(`open ${text}`)(),
    );
    const later = turns.prepareAndOpen(
      async () => happened.push('later is prepared'),
      async () => job('later')(),
    );
    const back = turns.open(job('back'));
    await turns.take(job('act'));
    await settled();
    // Who plays need not make way for it yet.
    expect([happened, turns.isWaitedFor]).toEqual([whole('act'), false]);
    read.resolve('x');
    await Promise.all([opening, later, back]);
    expect(happened).toEqual([...whole('act', 'open x'), 'later is prepared', ...whole('later', 'back')]);
  });

  it('have parts, which wait for nobody; what is asked for beside them waits', async () => {
    const { turns, happened, job } = ordered();
    await Promise.all([
      turns.take(async (asPart) => {
        happened.push('begins');
        const beside = turns.take(job('beside'));
        await asPart(() => turns.take(job('part')));
        // A part has parts of its own, and asks for others beside them.
        await asPart(() => turns.take(async (asItsPart) => asItsPart(() => turns.take(job('part of a part')))));
        expect(turns.isWaitedFor).toBe(true);
        happened.push('ends');
        void beside;
      }),
      turns.take(job('next')),
    ]);
    await turns.idle();
    expect(happened).toEqual(['begins', ...whole('part', 'part of a part'), 'ends', ...whole('next', 'beside')]);
  });

  it('are over when all that was asked for before has ended, however it was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('take', 'open', 'prepareAndOpen')), async (kinds) => {
        const { turns, happened, job } = ordered();
        for (const [index, kind] of kinds.entries()) {
          const name = String(index);
          if (kind === 'prepareAndOpen') void turns.prepareAndOpen(settled, job(name));
          else void turns[kind](job(name));
        }
        await turns.idle();
        expect(happened.toSorted()).toEqual(whole(...kinds.map((_, index) => String(index))).toSorted());
        for (let index = 0; index < happened.length; index += 2) {
          expect(happened[index + 1]).toBe(happened[index]?.replace('begins', 'ends'));
        }
      }),
    );
  });
});
