/** What happened, in a few figures: what came of it so far, and what waits now. */

import { counted } from '../../../../shared/counted.ts';
import type { DashboardView } from '../../../../views/dashboard/dashboard-tally.ts';
import { share } from '../../../../views/words/figures.ts';
import { useFromSettledWorld } from '../../stores/settled.ts';
import classes from './dashboard.module.css';

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

export function Figures({ view }: { readonly view: DashboardView }) {
  const attentionCount = useFromSettledWorld(
    (world) => [...world.cases.values()].filter(({ needsAttention }) => needsAttention).length,
    [],
  );
  const launched = total(view.actionsLaunched);
  const closed = total(view.endings.map(({ counts }) => total(counts)));
  const done = total(
    view.endings.find(({ resolutionMethod }) => resolutionMethod === 'Done Successfully')?.counts ?? [],
  );
  const waiting = total(view.queues.map(({ lengths }) => lengths.at(-1) ?? 0));
  const figures: readonly (readonly [term: string, figure: string])[] = [
    [
      'Cases',
      `${total(view.casesLaunched).toLocaleString('en')} launched, ${total(view.casesClosed).toLocaleString('en')} closed`,
    ],
    ['Actions', `${launched.toLocaleString('en')} launched, ${closed.toLocaleString('en')} closed`],
    ['Done Successfully', closed === 0 ? 'none closed yet' : `${share(done / closed)} of those closed`],
    ['Waiting for people', counted(waiting, 'Action')],
    ['Needs attention', counted(attentionCount ?? 0, 'Case')],
  ];
  return (
    <dl className={classes.figures} aria-label="In figures">
      {figures.map(([term, figure]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
