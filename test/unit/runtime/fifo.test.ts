import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Fifo } from '../../../src/main/runtime/fifo.ts';

it('gives back what an array gives back, whatever is put in and taken out', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat())), (moves) => {
      const [fifo, array] = [new Fifo<number>(), [] as number[]];
      for (const move of moves) {
        if (move === null) expect(fifo.shift()).toBe(array.shift());
        else {
          fifo.push(move);
          array.push(move);
        }
        expect([fifo.length, fifo.first]).toEqual([array.length, array[0]]);
      }
    }),
  );
});
