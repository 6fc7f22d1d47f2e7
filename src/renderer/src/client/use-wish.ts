/** A control that shows what was asked for until the simulator has answered: it must not jump back in between. */
import { useState } from 'react';

/**
 * `actual` is what the world says; `ask` asks for something else and resolves when the world has it, or it was refused. Gives what
 * to show, and the way to ask.
 */
export function useWish<T>(actual: T, ask: (wish: T) => Promise<unknown>): readonly [T, (wish: T) => void] {
  const [wish, setWish] = useState<{ readonly value: T } | null>(null);
  const wishFor = (value: T) => {
    const latest = { value };
    setWish(latest);
    // A later wish stays.
    void ask(value).then(() => setWish((present) => (present === latest ? null : present)));
  };
  return [wish === null ? actual : wish.value, wishFor];
}
