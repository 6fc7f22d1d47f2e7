/** What the simulator says of coverage: of scenarios once, of the workspace again as things happen in it. */
import { useEffect, useState } from 'react';
import type { ScenarioCoverage, WorkspaceCoverage } from '../../../../shared/coverage.ts';
import { attempt } from '../../client/act.ts';
import { client } from '../../client/client.ts';
import { useAsked } from '../../client/use-asked.ts';
import { useWorkspace } from '../../stores/workspace.ts';

const askOfScenarios = () => client().coverage.scenarios();

/** `undefined` until it is known: the scenarios are played first. */
export const useScenarioCoverage = (): ScenarioCoverage | undefined => useAsked(askOfScenarios)[0];

/** After an answer so long passes before the next question. */
const REST_MS = 500;

/** `undefined` until it is known; what is known shows until the next answer. */
export function useWorkspaceCoverage(): WorkspaceCoverage | undefined {
  const version = useWorkspace((state) => (state.connection === 'connected' ? state.version : null));
  const [answer, setAnswer] = useState<{ readonly of: number | null; readonly coverage: WorkspaceCoverage }>();
  const [asked, setAsked] = useState<number | null>(null);
  // One question at a time: what happens before its answer, or soon after, is asked for by the next one.
  if (asked === null && version !== null && answer?.of !== version) setAsked(version);
  useEffect(() => {
    if (asked === null) return;
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    void attempt(client().coverage.workspace()).then((coverage) => {
      if (isGone) return;
      if (coverage !== null) setAnswer({ of: asked, coverage });
      timer = setTimeout(() => setAsked(null), REST_MS);
    });
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return answer?.coverage;
}
