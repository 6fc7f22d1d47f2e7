/** Several runs side by side: their variants as if they had been played together, though not on the same chances. */
import { useCallback } from 'react';
import { counted } from '../../../../../shared/counted.ts';
import { MAX_PAIRED, type Run, type TrialPick } from '../../../../../shared/lab.ts';
import { besideEachOther } from '../../../../../views/lab/beside-each-other.ts';
import { client } from '../../../client/client.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Page } from '../../../components/page.tsx';
import { ReportButton } from '../../../components/report-button.tsx';
import { Section } from '../../../components/section.tsx';
import { PageSkeleton } from '../../../components/skeletons.tsx';
import { paths, useQuery } from '../../../stores/address.ts';
import { Figures } from '../run/figures.tsx';
import { Outcomes } from '../run/outcomes.tsx';
import { Retries } from '../run/retries.tsx';
import classes from '../run/run.module.css';
import { Times } from '../run/times.tsx';
import { showOne } from '../show-one.ts';
import { usePolled } from '../use-runs.ts';

const isAnyRunning = (runs: readonly Run[]) => runs.some(({ state }) => state === 'running');

export function CompareRunsScreen() {
  const [query] = useQuery();
  const ids = query.get('runs') ?? '';
  const ask = useCallback(() => Promise.all(ids.split(',').map((id) => client().lab.run({ id }))), [ids]);
  const [runs] = usePolled(ask, isAnyRunning);
  if (runs === undefined) return <PageSkeleton />;
  const all = besideEachOther(runs);
  const variants = all.map(({ variant }) => variant);
  const show = (place: number, pick: TrialPick) => {
    const chosen = all[place];
    if (chosen !== undefined) void showOne(chosen.run.id, chosen.index, pick);
  };
  const isReady = variants.length > 0 && variants.length <= MAX_PAIRED && !isAnyRunning(runs);
  return (
    <Page
      title="Compare runs"
      actions={
        <ReportButton isReady={isReady} ask={() => client().lab.reportOfRuns({ ids: runs.map(({ id }) => id) })} />
      }
      breadcrumbs={[{ label: 'Lab', to: paths.lab }, { label: 'Compare runs' }]}
    >
      {variants.length > MAX_PAIRED || variants.length === 0 ? (
        <Section title="Too many variants" flush>
          <EmptyState
            sentence={`These runs have ${counted(variants.length, 'variant')}; 1 to ${MAX_PAIRED} can be seen side by side. Choose fewer runs.`}
          />
        </Section>
      ) : (
        <>
          <Outcomes variants={variants} onShow={show} />
          <div className={classes.pair}>
            <Times variants={variants} />
            <Retries variants={variants} onShow={show} />
          </div>
          <Figures variants={variants} onShow={show} />
        </>
      )}
    </Page>
  );
}
