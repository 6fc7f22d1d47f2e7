/** One run: how far it is, then what came of it; sharper the longer it runs. */
import { Button } from '@mantine/core';
import type { Run, TrialPick } from '../../../../../shared/lab.ts';
import { configuredWords } from '../../../../../views/lab/configured-words.ts';
import { exportName } from '../../../../../views/report/report-file.ts';
import { attempt } from '../../../client/act.ts';
import { client } from '../../../client/client.ts';
import { saveExport } from '../../../client/save-export.ts';
import { Page } from '../../../components/page.tsx';
import { ReportButton } from '../../../components/report-button.tsx';
import { PageSkeleton } from '../../../components/skeletons.tsx';
import { paths } from '../../../stores/address.ts';
import { showOne } from '../show-one.ts';
import { useRun } from '../use-runs.ts';
import { progressText, stateText } from '../words/run-words.ts';
import { Differences } from './differences.tsx';
import { Figures } from './figures.tsx';
import { InShort } from './in-short.tsx';
import { Outcomes } from './outcomes.tsx';
import { RecommendSection } from './recommend-section.tsx';
import { Retries } from './retries.tsx';
import classes from './run.module.css';
import { SweepResults } from './sweep-results.tsx';
import { Times } from './times.tsx';
import { type Choosing, useChoosing } from './use-choosing.ts';
import { VaryButton } from './vary-button.tsx';

export function RunScreen({ id }: { readonly id: string }) {
  const [run, askAgain] = useRun(id);
  return run === undefined ? <PageSkeleton /> : <RunPage run={run} askAgain={askAgain} />;
}

function RunPage({ run, askAgain }: { readonly run: Run; readonly askAgain: () => void }) {
  const { id, name, state, variants } = run;
  const choosing = useChoosing(run);
  const cancel = async () => {
    await attempt(client().lab.cancel({ id }));
    askAgain();
  };
  return (
    <Page
      title={name}
      region={`Run ${name}`}
      breadcrumbs={[{ label: 'Lab', to: paths.lab }, { label: name }]}
      aside={stateText(run)}
      actions={
        <>
          {state === 'running' && (
            <Button variant="default" onClick={() => void cancel()}>
              Cancel
            </Button>
          )}
          <VaryButton run={run} />
          <ReportButton
            isReady={state !== 'running' && variants.length > 0}
            ask={() => client().lab.report({ id, wish: choosing.wish })}
          />
          <Button
            variant="default"
            disabled={variants.length === 0}
            onClick={() =>
              saveExport(
                `${exportName(name, Date.parse(run.startedAt))}.json`,
                `${JSON.stringify(run, null, 2)}\n`,
                'application/json',
              )
            }
          >
            JSON
          </Button>
        </>
      }
    >
      <Progress run={run} />
      {variants.length > 0 && (
        <Results
          run={run}
          choosing={choosing}
          onShow={(variant, pick) => void showOne(id, variant, pick)}
          onApplied={askAgain}
        />
      )}
    </Page>
  );
}

function Progress({ run }: { readonly run: Run }) {
  const { playedCount, trialCount, state, actionTypeName, seed, configured } = run;
  const what = `${actionTypeName}, seed ${seed} · as configured: ${configuredWords(configured)}`;
  if (state !== 'running') {
    return <p className={classes.note}>{`${progressText(run)} · ${what}`}</p>;
  }
  return (
    <div className={classes.progress}>
      <div
        className={classes.track}
        role="progressbar"
        aria-label="Trials played"
        aria-valuemin={0}
        aria-valuemax={trialCount}
        aria-valuenow={playedCount}
      >
        <div className={classes.done} style={{ width: `${(playedCount / trialCount) * 100}%` }} />
      </div>
      <p className={classes.note}>{progressText(run)}</p>
      <p className={classes.note}>{what}</p>
    </div>
  );
}

interface ResultsProps {
  readonly run: Run;
  readonly choosing: Choosing;
  readonly onShow: (variant: number, pick: TrialPick) => void;
  readonly onApplied: () => void;
}

function Results({ run, choosing, onShow, onApplied }: ResultsProps) {
  const { variants, axes } = run;
  const isSweep = axes.length > 0;
  return (
    <>
      {choosing.isChosen ? (
        <div className={classes.pair}>
          <InShort run={run} choosing={choosing} />
          <RecommendSection run={run} choosing={choosing} onApplied={onApplied} />
        </div>
      ) : (
        <InShort run={run} choosing={choosing} />
      )}
      {isSweep && <SweepResults run={run} choosing={choosing} />}
      {!isSweep && (
        <>
          <Outcomes variants={variants} onShow={onShow} />
          <div className={classes.pair}>
            <Times variants={variants} />
            <Retries variants={variants} onShow={onShow} />
          </div>
          <Differences variants={variants} />
          <Figures variants={variants} use={{ run, onApplied }} onShow={onShow} />
        </>
      )}
    </>
  );
}
