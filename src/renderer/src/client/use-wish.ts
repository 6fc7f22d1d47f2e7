/** A control that shows what was asked for until the simulator has answered: it must not jump back in between. */
import { useEffect, useState } from 'react';

/** By then the stream has brought what was accepted, or something else that happened since. */
const STREAM_MS = 1_000;

/**
 * `actual` is what the world says; `ask` asks for something else and resolves to whether the rules allowed it. Gives what to
 * show, and the way to ask.
 */
export function useWish<T>(actual: T, ask: (wish: T) => Promise<boolean>): readonly [T, (wish: T) => void] {
  const [wish, setWish] = useState<{ readonly value: T; readonly isAccepted: boolean } | null>(null);

  // Whatever the world says now is news, but to a wish that is still on its way: it may be what an earlier one led to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => setWish((present) => (present?.isAccepted === false ? present : null)), [actual]);
  useEffect(() => {
    if (wish?.isAccepted !== true) return;
    const timer = setTimeout(() => setWish(null), STREAM_MS);
    return () => clearTimeout(timer);
  }, [wish]);

  const wishFor = (value: T) => {
    setWish({ value, isAccepted: false });
    void ask(value).then((isAccepted) =>
      setWish((present) => (present?.value !== value ? present : isAccepted ? { value, isAccepted } : null)),
    );
  };
  return [wish === null ? actual : wish.value, wishFor];
}
