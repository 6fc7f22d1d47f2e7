/** Going to a point of the past, forth or back. */
import { whyHeld } from '../../engine/connection/real-api.ts';
import type { World } from '../../shared/world.ts';
import type { Announcer } from './announcer.ts';
import type { Clockwork } from './clockwork.ts';
import type { Ledger } from './ledger.ts';
import type { Past } from './past.ts';
import type { Point } from './point.ts';
import type { Went } from './runtime-options.ts';

/** What of a runtime is at another point then. */
interface Parts {
  readonly world: World;
  readonly ledger: Ledger;
  readonly clockwork: Clockwork;
  readonly announcer: Announcer;
  /** Brings all that was recorded to disk and tells of it. */
  readonly publish: () => Promise<void>;
}

/** Where to, as one asks for it. */
export interface Destination {
  /** The point, once its turn has come; `null` where there is none. */
  readonly choose: (past: Past) => Point | null;
  /**
   * Asked before anybody is told, and where it fails all is as it was: where the point is before the stored document, that has to be
   * stored again.
   */
  readonly confirm: (wentToSeq: number) => Promise<void>;
}

/** Goes there; a job of the runtime. */
export async function goTo(parts: Parts, { choose, confirm }: Destination): Promise<Went> {
  const { world, ledger, clockwork, announcer, publish } = parts;
  const { past, seq } = ledger;
  const target = past && choose(past);
  if (!past || !target) return 'unknown';
  if (target.seqs.includes(seq)) return 'went';
  // What an earlier job could not publish comes first.
  await publish();
  const wentToSeq = target.standing.seq;
  if (!clockwork.stand(target)) return { beyond: wentToSeq };
  try {
    await confirm(wentToSeq);
  } catch (error) {
    const wentTo = ledger.seq;
    clockwork.stand(past.at(seq) ?? target);
    past.isNotBy(wentTo);
    announcer.dropChanges();
    throw error;
  }
  // Before anything else happens: who joins now must not be sent back behind it.
  await publish();
  // Calls to real APIs that were out are made again.
  if (whyHeld(world) !== null) await clockwork.runUntil(clockwork.now);
  return 'went';
}
