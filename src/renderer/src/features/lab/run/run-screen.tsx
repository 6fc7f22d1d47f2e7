/** One run: how far it is, then what came of it; sharper the longer it runs. */
import { Button } from '@mantine/core';
import type { Run, TrialPick } from '../../../../../shared/lab.ts';
import { exactDuration } from '../../../../../views/words/time-words.ts';
import { attempt } from '../../../client/act.ts';
import { client } from '../../../client/client.ts';
import { Page } from '../../../components/page.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { Section } from '../../../components/section.tsx';
import { PageSkeleton } from '../../../components/skeletons.tsx';
import { paths } from '../../../stores/address.ts';
import { showOne } from '../show-one.ts';
import { useRun } from '../use-runs.ts';
import { progressText, stateText } from '../words/run-words.ts';
import { Differences } from './differences.tsx';
import { Figures } from './figures.tsx';
import { Outcomes } from './outcomes.tsx';
import { Retries } from './retries.tsx';
import classes from './run.module.css';
import { SweepResults } from './sweep-results.tsx';
import { Times } from './times.tsx';

export function RunScreen({ id }: { readonly id: string }) {
  const [run, askAgain] = useRun(id);
  if (run === undefined) return <PageSkeleton />;
  const cancel = async () => {
    await attempt(client().lab.cancel({ id }));
    askAgain();
  };
  const { name, state, variants } = run;
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
          <Button
            variant="default"
            disabled={variants.length === 0}
            onClick={() => saveFile('run.json', `${JSON.stringify(run, null, 2)}\n`, 'application/json')}
          >
            JSON
          </Button>
        </>
      }
    >
      <Progress run={run} />
      {variants.length > 0 && <Results run={run} onShow={(variant, pick) => void showOne(id, variant, pick)} />}
    </Page>
  );
}

function Progress({ run }: { readonly run: Run }) {
  const { actionTypeName, seed, windowMs, playedCount, trialCount, state } = run;
  const spread = windowMs === 0 ? 'all launched at the start' : `launches spread over ${exactDuration(windowMs)}`;
  const what = `${actionTypeName}, seed ${seed}, ${spread}`;
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
  readonly onShow: (variant: number, pick: TrialPick) => void;
}

function Results({ run, onShow }: ResultsProps) {
  const { variants, headline, sentences, axes, actionTypeName } = run;
  const isSweep = axes.length > 0;
  return (
    <>
      <Section title="In short">
        <div className={classes.headline}>
          {headline.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {sentences.length > 0 && !isSweep && (
          <ul className={classes.sentences}>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </Section>
      {isSweep && <SweepResults run={run} />}
      {!isSweep && (
        <>
          <Outcomes variants={variants} onShow={onShow} />
          <div className={classes.pair}>
            <Times variants={variants} />
            <Retries variants={variants} onShow={onShow} />
          </div>
          <Differences variants={variants} />
          <Figures variants={variants} actionTypeName={actionTypeName} onShow={onShow} />
        </>
      )}
    </>
  );
}
