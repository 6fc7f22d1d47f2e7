/** The results of a sweep: its line or map, and, where a designer can choose among its variants, the front. */
import type { Run } from '../../../../../shared/lab.ts';
import { marksOf } from '../../../../../views/lab/marks.ts';
import { useConfigured } from '../use-configured.ts';
import { Front } from './front.tsx';
import { Sweep } from './sweep.tsx';
import type { Choosing } from './use-choosing.ts';

interface SweepResultsProps {
  readonly run: Run;
  readonly choosing: Choosing;
}

export function SweepResults({ run, choosing: { isChosen, candidates, best } }: SweepResultsProps) {
  const marks = marksOf(run, useConfigured(run.actionTypeName), best);
  return (
    <>
      <Sweep run={run} marks={marks} />
      {isChosen && <Front variants={run.variants} candidates={candidates} marks={marks} />}
    </>
  );
}
