/** The steps that were recorded so far, in sentences; what was added by hand can be said in other words, or removed. */
import { useEffect, useRef } from 'react';
import { counted } from '../../../../shared/counted.ts';
import type { RecordedStep, RecordingState } from '../../../../shared/recorder-contract.ts';
import { removeStep, useIsRecording, useRecording } from '../../client/record.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { IconClose, IconRename } from '../../components/icons.tsx';
import { SPOKEN_KINDS, showRecordedSteps, speak, useRecordingView } from '../../stores/recording-view.ts';
import classes from './recorder.module.css';

/** Beside the screen; nothing where it is not open, or nothing is being recorded. */
export function RecordingPanel() {
  const { isOpen } = useRecordingView();
  const isRecording = useIsRecording();
  return isOpen && isRecording ? <Panel /> : null;
}

function Panel() {
  const recording = useRecording();
  return (
    <aside aria-label="Recorded steps" className={classes.panel}>
      <header className={classes.header}>
        <h2 className={classes.title}>Recorded steps</h2>
        <IconButton name="Close recorded steps" icon={IconClose} onClick={() => showRecordedSteps(false)} />
      </header>
      {recording !== null && <Steps recording={recording} />}
    </aside>
  );
}

function Steps({ recording: { leadCount, begins, steps } }: { readonly recording: RecordingState }) {
  const scroll = useRef<HTMLElement>(null);
  // What was added last is in sight.
  useEffect(() => {
    if (steps.length > 0) scroll.current?.scrollTo?.({ top: scroll.current.scrollHeight });
  }, [steps.length]);
  return (
    // It scrolls: the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section ref={scroll} className={classes.scroll} aria-label="Steps so far" tabIndex={0}>
      {leadCount > 0 && (
        <p className={classes.note}>The file first takes {counted(leadCount, 'step')} to come to where you began.</p>
      )}
      {begins.map((sentence) => (
        <p key={sentence} className={classes.note}>
          {sentence}
        </p>
      ))}
      {steps.length === 0 ? (
        <p className={classes.note}>
          Nothing is recorded yet. Do something: launch a Case, move the clock, say a word.
        </p>
      ) : (
        <ol className={classes.steps}>
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other identity, and hold no state
            <Step key={index} number={index + 1} step={step} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Step({ number, step: { sentence, added } }: { readonly number: number; readonly step: RecordedStep }) {
  return (
    <li className={classes.step} data-added={added !== null || undefined}>
      <span className={classes.sentence}>{sentence}</span>
      {added !== null && <Reword number={number} added={added} />}
      {added !== null && (
        <IconButton name={`Remove step ${number}`} icon={IconClose} onClick={() => void removeStep(added.id)} />
      )}
    </li>
  );
}

interface RewordProps {
  readonly number: number;
  readonly added: NonNullable<RecordedStep['added']>;
}

/** What is expected or shown has no words of its own. */
function Reword({ number, added: { id, step } }: RewordProps) {
  const kind = SPOKEN_KINDS.find((each) => each in step);
  if (kind === undefined || 'expect' in step) return null;
  return <IconButton name={`Reword step ${number}`} icon={IconRename} onClick={() => speak(kind, { id, step })} />;
}
