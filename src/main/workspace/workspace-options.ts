/** What the live workspace is made of, and the workspace that it begins with. */
import type { ExternalApiCaller, ResponseSender, Store } from '../runtime/ports.ts';
import type { WallTimes } from '../runtime/wall-times.ts';

export interface WorkspaceOptions {
  /** Makes a store on the same files each time: closing and opening again goes through it. */
  readonly makeStore: () => Store;
  readonly caller: ExternalApiCaller;
  readonly sender: ResponseSender;
  /** Where callbacks arrive; in runs without a host an address that only simulated APIs know. */
  readonly callbackBase: string;
  /** Whether anything outside this process can reach `callbackBase`. */
  readonly callbackIsReachable: boolean;
  /** About how many bytes of what was replaced are kept, so that one can go back; 0 keeps nothing. */
  readonly historyBytes: number;
  /** How long calls really took. */
  readonly wallTimes: WallTimes;
  /** Whether nobody can open the workspace again once it is closed: then closing need not store it. */
  readonly isKeptInMemory: boolean;
  /** Inputs in the journal after which the document is written again. Default 20,000. */
  readonly saveAfterEntries?: number;
  /** So many Cases that are over are kept, and some more until the next save: the oldest make room. Default 100,000. */
  readonly closedCasesKept?: number;
  /** Told of what should never happen while nobody waits for an answer: a slice of play that failed. */
  readonly onBug: (error: unknown) => void;
  /** Called when the workspace has closed. */
  readonly onClose?: () => void;
}
