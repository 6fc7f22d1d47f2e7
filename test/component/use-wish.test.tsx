/** What was asked for shows until it is answered, then what the world says. */
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useWish } from '../../src/renderer/src/client/use-wish.ts';

/** A control of a world that the test changes and answers for. */
function control() {
  const asked: { readonly wish: number; readonly answer: (isAccepted: boolean) => void }[] = [];
  const ask = (wish: number) => new Promise<boolean>((answer) => asked.push({ wish, answer }));
  const { result, rerender } = renderHook(({ actual }) => useWish(actual, ask), { initialProps: { actual: 1 } });
  return {
    shown: () => result.current[0],
    wish: (value: number) => act(() => result.current[1](value)),
    world: (actual: number) => rerender({ actual }),
    answer: (wish: number, isAccepted: boolean) =>
      act(async () => asked.find((each) => each.wish === wish)?.answer(isAccepted)),
  };
}

it('shows what was asked for, whatever the world says meanwhile, and the world once it is answered', async () => {
  const { shown, wish, world, answer } = control();
  wish(2);
  expect(shown()).toBe(2);
  world(5);
  expect(shown()).toBe(2);
  world(2);
  await answer(2, true);
  expect(shown()).toBe(2);
  world(7);
  expect(shown()).toBe(7);
});

it('goes back to what the world says where it is refused', async () => {
  const { shown, wish, answer } = control();
  wish(2);
  await answer(2, false);
  expect(shown()).toBe(1);
});

it('stays with the latest wish while an earlier one is answered', async () => {
  const { shown, wish, world, answer } = control();
  wish(2);
  wish(3);
  world(2);
  await answer(2, true);
  expect(shown()).toBe(3);
  world(3);
  await answer(3, true);
  expect(shown()).toBe(3);
});
