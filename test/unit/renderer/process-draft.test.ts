import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  processOf,
  stepsOf,
  withAdded,
  withDropped,
  withGrouped,
  withRemoved,
  withSplitOff,
  withStepMoved,
} from '../../../src/renderer/src/features/builder/case-types/process-draft.ts';

const STEPS = [['a'], ['b', 'c'], ['d']];
const at = (step: number, member = 0) => ({ step, member });

describe('a process as it is edited', () => {
  test('is read from a file and written as a file has it', () => {
    expect(stepsOf(['a', ['b', 'c'], ['d']])).toEqual(STEPS);
    expect(processOf(STEPS)).toEqual(['a', ['b', 'c'], 'd']);
    expect(stepsOf(undefined)).toEqual([]);
  });

  test('what is added is the last step', () => {
    expect(withAdded(STEPS, 'e')).toEqual({ steps: [...STEPS, ['e']], spot: at(3) });
  });

  test('a step moves with all that start together in it, and not beyond the ends', () => {
    expect(withStepMoved(STEPS, at(1, 1), -1)).toEqual({ steps: [['b', 'c'], ['a'], ['d']], spot: at(0, 1) });
    expect(withStepMoved(STEPS, at(0), -1).steps).toBe(STEPS);
    expect(withStepMoved(STEPS, at(2), 1).steps).toBe(STEPS);
  });

  test('a step is grouped with the one before, and split off again', () => {
    const grouped = withGrouped(STEPS, at(2));
    expect(grouped).toEqual({ steps: [['a'], ['b', 'c', 'd']], spot: at(1, 2) });
    expect(withSplitOff(grouped.steps, grouped.spot)).toEqual({ steps: STEPS, spot: at(2) });
    expect(withGrouped(STEPS, at(0)).steps).toBe(STEPS);
    expect(withSplitOff(STEPS, at(0)).steps).toBe(STEPS);
  });

  test('the last of a step takes the step with it', () => {
    expect(withRemoved(STEPS, at(1, 0))).toEqual({ steps: [['a'], ['c'], ['d']], spot: at(1) });
    expect(withRemoved(STEPS, at(2))).toEqual({ steps: [['a'], ['b', 'c']], spot: at(1) });
    expect(withRemoved([['a']], at(0))).toEqual({ steps: [], spot: at(0) });
  });

  test.each([
    [
      'onto a step it joins it',
      at(0),
      { step: 2, as: 'with' },
      [
        ['b', 'c'],
        ['d', 'a'],
      ],
      at(1, 1),
    ],
    ['out of a group it stands alone', at(1, 1), { step: 0, as: 'before' }, [['c'], ['a'], ['b'], ['d']], at(0)],
    ['after its own group it is split off', at(1, 0), { step: 1, as: 'after' }, [['a'], ['c'], ['b'], ['d']], at(2)],
    ['to the end', at(0), { step: 2, as: 'after' }, [['b', 'c'], ['d'], ['a']], at(2)],
    ['onto itself nothing changes', at(0), { step: 0, as: 'before' }, STEPS, at(0)],
  ] as const)('dragged: %s', (_, from, to, steps, spot) => {
    expect(withDropped(STEPS, from, to)).toEqual({ steps, spot });
  });

  test('dragging loses nothing, leaves no empty step, and knows where it landed', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const process = fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    const whole = fc.tuple(process, fc.nat(), fc.nat(), fc.nat(), fc.constantFrom('before', 'with', 'after'));
    fc.assert(
      fc.property(whole, ([steps, step, member, target, as]) => {
        const from = { step: step % steps.length, member: member % steps[step % steps.length]!.length };
        const { steps: after, spot } = withDropped(steps, from, { step: target % steps.length, as });
        expect(after.flat().toSorted()).toEqual(steps.flat().toSorted());
        expect(after.every(({ length }) => length > 0)).toBe(true);
        expect(after[spot.step]?.[spot.member]).toBe(steps[from.step]?.[from.member]);
      }),
    );
  });
});
