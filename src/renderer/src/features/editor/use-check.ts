/** What the app's own reader of files has against a text, soon after the last key. */
import { useEffect, useState } from 'react';
import { client } from '../../client/client.ts';
import type { FileProblem } from '../../client/open-scenario.ts';

/** How long after the last key the text is read. */
const PAUSE_MS = 150;

interface Check {
  readonly problems: readonly FileProblem[];
  /** The text that they are of; `null` before the first was read. */
  readonly text: string | null;
}

const NOTHING: Check = { problems: [], text: null };

/** Problems of the text that was read last; `isCurrent` once that is the text there is now. */
export function useCheck(fileName: string, text: string) {
  const [check, setCheck] = useState(NOTHING);
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(() => {
      client()
        .scenarios.check({ fileName, text })
        .then(
          ({ problems }) => {
            if (!isStale) setCheck((before) => ({ problems: same(before.problems, problems), text }));
          },
          // The connection is lost, which the frame says; the next key asks again.
          () => undefined,
        );
    }, PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [fileName, text]);
  return { problems: check.problems, isCurrent: check.text === text };
}

/** The array there was, where nothing in it is another. */
const same = (before: readonly FileProblem[], now: readonly FileProblem[]) =>
  JSON.stringify(before) === JSON.stringify(now) ? before : now;
