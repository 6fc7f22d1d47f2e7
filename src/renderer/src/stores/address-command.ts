/** What an address asks a screen to do at once, as the palette does: `#/cases?new=case`, `#/settings?field=Maximum%20retries`. */
import { useEffect, useEffectEvent } from 'react';
import { useQuery } from './address.ts';

/** Calls `answer` with what `key` asks for, and takes it out of the address: done once, whatever one does then. */
export function useAddressCommand(key: 'new' | 'field', answer: (asked: string) => void): void {
  const [query, change] = useQuery();
  const asked = query.get(key);
  const answerNow = useEffectEvent(answer);
  useEffect(() => {
    if (asked === null) return;
    change((next) => next.delete(key));
    answerNow(asked);
  }, [asked, change, key]);
}
