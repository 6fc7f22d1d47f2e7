/** How two futures differ, asked again whenever one of them went on or was renamed. */
import { ORPCError } from '@orpc/client';
import { useEffect, useState } from 'react';
import type { Future, FutureComparison } from '../../../../shared/history-contract.ts';
import { client } from '../../client/client.ts';

/** `null` until it is known; `unknown` where the way to one of them is no longer in memory. The last one shows until the next is known. */
export function useComparison(
  left: Future | undefined,
  right: Future | undefined,
): FutureComparison | 'unknown' | null {
  const [compared, setCompared] = useState<FutureComparison | 'unknown' | null>(null);
  const ids = left === undefined || right === undefined || left === right ? null : { left: left.id, right: right.id };
  // Names and tips are all that changes of a future.
  const state = JSON.stringify([left, right].map((future) => [future?.id, future?.name, future?.tipSeq]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever `state` is another one
  useEffect(() => {
    if (ids === null) return;
    let isWanted = true;
    const show = (result: FutureComparison | 'unknown') => isWanted && setCompared(result);
    client()
      .history.compareFutures(ids)
      .then(show, (error: unknown) => {
        // That the connection is lost is said elsewhere, and once it is back the events are asked for again.
        if (error instanceof ORPCError && error.code === 'UNKNOWN_FUTURE') show('unknown');
      });
    return () => {
      isWanted = false;
    };
  }, [state]);
  return compared;
}
