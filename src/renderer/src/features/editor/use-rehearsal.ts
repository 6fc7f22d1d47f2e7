/** Playing the text in the editor on a fresh simulator. What came of it is shown until the text is another. */
import { ORPCError } from '@orpc/client';
import { useState } from 'react';
import { counted } from '../../../../shared/counted.ts';
import type { RehearsalReport } from '../../../../shared/played.ts';
import { attempt } from '../../client/act.ts';
import { client } from '../../client/client.ts';

interface Played {
  readonly text: string;
  readonly report: RehearsalReport;
}

export function useRehearsal(fileName: string, text: string) {
  const [played, setPlayed] = useState<Played | null>(null);
  const [isRunning, setRunning] = useState(false);
  const run = async () => {
    setRunning(true);
    const report = await attempt(client().scenarios.rehearse({ fileName, text }).catch(inWords));
    setRunning(false);
    setPlayed(report && { text, report });
  };
  return { report: played?.text === text ? played.report : null, isRunning, run };
}

/** Of several examples the first that failed, or else the first: its steps are marked. */
export const shownOf = ({ scenarios }: RehearsalReport) => scenarios.find(({ passed }) => !passed) ?? scenarios[0];

/** The problems are listed below the text already. */
function inWords(error: unknown): never {
  if (!(error instanceof ORPCError) || error.code !== 'INVALID_FILE') throw error;
  const { problems } = error.data as { readonly problems: readonly { readonly message: string }[] };
  throw new Error(
    `The text has ${counted(problems.length, 'problem')}; nothing was run. The first: ${problems[0]?.message}.`,
  );
}
