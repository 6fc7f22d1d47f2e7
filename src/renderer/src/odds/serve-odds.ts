/** What the worker of odds does: plays the lives of the latest question, and says after every slice of time what is known. */
import { type Odds, OddsPlay, type OddsQuestion } from '../../../lab/odds.ts';

/** A question, or `null` to go on with the one before. */
export type OddsRequest = OddsQuestion | null;
export type OddsReply = { readonly odds: Odds; readonly isComplete: boolean } | { readonly problem: string };

/** As much of a worker, or of either end of a channel, as is used. */
export interface OddsPort {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
}

/** After so long it says what it has: well within the 300 ms in which odds follow a key. */
const SLICE_MS = 60;

/** Answers every request with one reply. */
export function serveOdds(port: OddsPort): void {
  let play: OddsPlay | null = null;
  const answer = (request: OddsRequest): OddsReply => {
    const endsAt = performance.now() + SLICE_MS;
    try {
      if (request !== null) play = new OddsPlay(request);
      if (play === null) return { problem: 'nothing was asked' };
      do play.play();
      while (!play.isComplete && performance.now() < endsAt);
      return { odds: play.odds, isComplete: play.isComplete };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  };
  port.onmessage = ({ data }: MessageEvent<OddsRequest>) => port.postMessage(answer(data));
}
