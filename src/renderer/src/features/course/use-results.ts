/** What was done of the course; asked for again when a lesson comes to its end. */
import { useEffect, useState } from 'react';
import type { LessonResult } from '../../../../shared/lesson-contract.ts';
import { attempt } from '../../client/act.ts';
import { client } from '../../client/client.ts';
import { useWorkspace } from '../../stores/workspace.ts';

/** By the lesson's id in the library. */
export function useResults(): ReadonlyMap<string, LessonResult> {
  const isAtEnd = useWorkspace(({ lesson }) => lesson?.isAtEnd === true);
  const isConnected = useWorkspace(({ connection }) => connection === 'connected');
  const [results, setResults] = useState<ReadonlyMap<string, LessonResult>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: again at the end of a lesson
  useEffect(() => {
    if (!isConnected) return;
    let isGone = false;
    void attempt(client().lesson.results()).then((known) => {
      if (known !== null && !isGone) setResults(new Map(known.map((result) => [result.id, result])));
    });
    return () => {
      isGone = true;
    };
  }, [isAtEnd, isConnected]);
  return results;
}
