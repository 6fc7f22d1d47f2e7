/** What the owner can do with a Case, each button only where the rules allow it; a sentence where they do not. */
import { Button } from '@mantine/core';
import type { Case, CaseRef } from '../../../../shared/model.ts';
import type { CaseVerb } from '../../../../shared/words.ts';
import type { OwnerOption, OwnerOptions } from '../../../../views/options/owner-options.ts';
import { act } from '../../client/act.ts';
import { confirm } from '../../components/confirm.tsx';
import { Foreseen } from '../../components/foreseen.tsx';
import classes from './case.module.css';

/** The words on the buttons, which scripts rely on. */
export const OPTION_LABELS: Readonly<Record<OwnerOption, string>> = {
  launch: 'Launch',
  relaunch: 'Relaunch',
  rework: 'Rework',
  pause: 'Pause',
  resume: 'Resume',
  setInProgress: 'Set in progress',
  cancel: 'Cancel case',
};

interface VerbButtonProps {
  readonly caseInstance: Case;
  readonly verb: CaseVerb;
  readonly title?: string | undefined;
}

export function VerbButton({ caseInstance, verb, title }: VerbButtonProps) {
  return (
    <Button
      variant="default"
      title={title}
      onClick={() => void act({ type: 'caseVerb', case: caseInstance.ref, do: verb })}
    >
      {OPTION_LABELS[verb]}
    </Button>
  );
}

interface OwnerProps {
  readonly caseInstance: Case;
  readonly options: OwnerOptions;
}

/** Beside the title. While the Case needs attention, what clears it stands in the banner. */
export function OwnerButtons({ caseInstance, options }: OwnerProps) {
  const { ref, needsAttention } = caseInstance;
  return (
    <>
      {options.launch === null && <Button onClick={() => void act({ type: 'launchCase', case: ref })}>Launch</Button>}
      {options.rework === null && !needsAttention && (
        <VerbButton caseInstance={caseInstance} verb="rework" title="Closes what is running and restarts it" />
      )}
      {options.pause === null && (
        <VerbButton caseInstance={caseInstance} verb="pause" title="Launches nothing new; what is running continues" />
      )}
      {options.resume === null && <VerbButton caseInstance={caseInstance} verb="resume" />}
      {options.cancel === null && (
        <Button
          variant="default"
          title="Closes the Case and everything running in it, for good"
          onClick={() => void cancel(ref)}
        >
          {OPTION_LABELS.cancel}
        </Button>
      )}
    </>
  );
}

/** Asks first: nothing brings a cancelled Case back but going back in time. */
async function cancel(ref: CaseRef): Promise<void> {
  const goOn = await confirm({
    title: `Cancel ${ref}?`,
    message: 'Its running Actions close as Cancelled, and nothing more happens in it. A closed Case is never reopened.',
    confirmLabel: `Cancel ${ref}`,
    cancelLabel: 'Keep it',
    danger: true,
  });
  if (goOn) await act({ type: 'caseVerb', case: ref, do: 'cancel' });
}

/** Why options are not there; those with one reason together. */
export function refusalsInWords(options: OwnerOptions, of: readonly OwnerOption[]): { why: string; labels: string }[] {
  const labels = new Map<string, string[]>();
  for (const option of of) {
    const why = options[option]?.message;
    if (why !== undefined) labels.set(why, [...(labels.get(why) ?? []), OPTION_LABELS[option]]);
  }
  return [...labels].map(([why, names]) => ({ why, labels: names.join(', ') }));
}

/** Why a button is not there, for those a person might look for. */
export function OwnerNotes(props: OwnerProps) {
  return (
    <Foreseen>
      <Notes {...props} />
    </Foreseen>
  );
}

function Notes({ caseInstance, options }: OwnerProps) {
  if (caseInstance.needsAttention) return null;
  if (caseInstance.status === 'Closed') return <p className={classes.notes}>{options.cancel?.message}</p>;
  const refusals = refusalsInWords(options, [
    'rework',
    'relaunch',
    options.resume === null ? 'resume' : 'pause',
    'setInProgress',
    'cancel',
  ]);
  if (refusals.length === 0) return null;
  return (
    <p className={classes.notes}>
      {refusals.map(({ why, labels }) => (
        <span key={why}>
          <span className={classes.noteSubject}>{labels}: </span>
          {why}
        </span>
      ))}
    </p>
  );
}
