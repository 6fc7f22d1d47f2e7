/** One step of the open scenario: what it does, and what came of it. */
import { memo } from 'react';
import type { PlayedStep } from '../../../../shared/played.ts';
import { IconDone, IconFailed, IconToDo } from '../../components/icons.tsx';
import { StepFailures } from '../../components/step-failures.tsx';
import classes from './player.module.css';

const ICONS = { pending: IconToDo, passed: IconDone, failed: IconFailed } as const;

interface StepItemProps {
  readonly step: PlayedStep;
  /** The step that was taken last. */
  readonly isCurrent: boolean;
}

/** Steps come again with every message; this one is drawn again only where something of it changed. */
export const StepItem = memo(
  function StepItem({ step, isCurrent }: StepItemProps) {
    const { number, text, state } = step;
    const Icon = ICONS[state];
    return (
      <li
        className={classes.step}
        data-state={state}
        data-number={number}
        data-current={isCurrent || undefined}
        aria-current={isCurrent ? 'step' : undefined}
        aria-label={`Step ${number}: ${text}, ${state}`}
      >
        <span className={classes.number}>{number}</span>
        <span className={classes.icon} title={state}>
          <Icon size={14} />
        </span>
        <div className={classes.stepBody}>
          {step.verb === 'say' ? <p className={classes.narration}>{narrationOf(step)}</p> : <Code text={text} />}
          {step.verb !== 'say' && step.note !== null && (
            <span className={classes.stepNote}>
              {isStopped(step) ? 'Stopped' : 'Refused'}: {step.note}
            </span>
          )}
          <StepFailures failures={step.failures} />
        </div>
      </li>
    );
  },
  (before, after) =>
    before.isCurrent === after.isCurrent &&
    before.step.number === after.step.number &&
    before.step.text === after.step.text &&
    before.step.state === after.step.state &&
    before.step.note === after.step.note &&
    before.step.failures.length === after.step.failures.length,
);

/** A step that failed without an expectation ended the run. */
const isStopped = ({ state, failures }: PlayedStep) => state === 'failed' && failures.length === 0;

/** What a `say` tells the audience. */
export function narrationOf({ note, text }: PlayedStep): string {
  return note ?? unquoted(text.replace(/^say: /, ''));
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

/** `verb: what it does`, as the file writes it. */
function Code({ text }: { readonly text: string }) {
  const end = text.indexOf(':');
  return (
    <span className={classes.code}>
      <span className={classes.verb}>{end < 0 ? text : text.slice(0, end)}</span>
      {end < 0 ? '' : text.slice(end)}
    </span>
  );
}
