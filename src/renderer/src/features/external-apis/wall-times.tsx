/** How long calls really took, beside the log: the simulator knows it of the latest ones, since it was started. */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { callKey } from '../../../../shared/call-key.ts';
import type { WallTime } from '../../../../shared/contract.ts';
import type { ApiLog } from '../../../../views/calls/api-log.ts';
import type { CallRecord } from '../../../../views/calls/calls.ts';
import { client } from '../../client/client.ts';
import classes from './external-apis.module.css';
import { wallTimeInWords } from './wall-time-words.ts';

type WallTimes = ReadonlyMap<string, number>;

const NONE: WallTimes = new Map();
/** A context, so that the rows need not be redrawn when one more is known. */
const Known = createContext(NONE);

interface WallTimesOfProps {
  readonly externalApi: string;
  /** Asked again whenever it shows something new. */
  readonly log: ApiLog;
  readonly children: ReactNode;
}

export function WallTimesOf({ externalApi, log: { calls }, children }: WallTimesOfProps) {
  const [known, setKnown] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list of calls is news
  useEffect(() => {
    let isWanted = true;
    const show = (times: readonly WallTime[]) => {
      if (isWanted) setKnown(new Map(times.map((time) => [callKey(time), time.wallMs])));
    };
    // Not known is a dash, which says enough of a lost connection too.
    client()
      .wallTimes({ externalApi })
      .then(show, () => undefined);
    return () => {
      isWanted = false;
    };
  }, [externalApi, calls]);
  return <Known value={known}>{children}</Known>;
}

/** `12 ms`, or a dash where it is not known: before the app was started last, or too long ago. */
export function WallTimeText({ call }: { readonly call: CallRecord }) {
  const wallMs = useContext(Known).get(callKey(call));
  return wallMs === undefined ? <span className={classes.dimmed}>–</span> : wallTimeInWords(wallMs);
}
