/** One step as a sentence; the one that is open has its form below. */
import { type ReactNode, useMemo } from 'react';
import { decodeStep } from '../../../../../shared/decode-step.ts';
import type { PlayedStep } from '../../../../../shared/played.ts';
import { stepInWords } from '../../../../../views/words/step-words.ts';
import { IconDone, IconFailed, IconToDo, IconWarning } from '../../../components/icons.tsx';
import { StepFailures } from '../../../components/step-failures.tsx';
import { flowText } from '../source/write.ts';
import classes from './steps.module.css';

interface StepRowProps {
  readonly number: number;
  readonly value: unknown;
  /** The step's own text: the sentence is made again where it changes. */
  readonly text: string;
  readonly hasProblem: boolean;
  /** How it ended when the text was run; `null` where it was not run as it is. */
  readonly played: PlayedStep | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly grip: ReactNode;
  /** Its form and what can be done with it, while it is open. */
  readonly children: ReactNode;
}

const ICONS = { pending: IconToDo, passed: IconDone, failed: IconFailed } as const;

export function StepRow(props: StepRowProps) {
  const { number, value, text, hasProblem, played, isOpen, onToggle, grip, children } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the value is another object each time the text is read
  const words = useMemo(() => wordsOf(value), [text]);
  const Icon = played && ICONS[played.state];
  return (
    <div className={classes.step} data-open={isOpen || undefined} data-state={played?.state}>
      <div className={classes.head}>
        {grip}
        <span className={classes.number}>{number}</span>
        <button type="button" className={classes.sentence} aria-expanded={isOpen} onClick={onToggle}>
          {words.sentence ?? <code>{words.text}</code>}
        </button>
        {hasProblem && (
          <span className={classes.problem} role="img" aria-label="has a problem" title="It has a problem">
            <IconWarning size={14} />
          </span>
        )}
        {Icon && (
          <span className={classes.state} role="img" aria-label={played.state} title={played.state}>
            <Icon size={14} />
          </span>
        )}
      </div>
      {played !== null && <Outcome played={played} />}
      {isOpen && <div className={classes.body}>{children}</div>}
    </div>
  );
}

/** What was refused, and what was not as expected; narration is the sentence itself. */
function Outcome({ played: { verb, note, failures } }: { readonly played: PlayedStep }) {
  const refused = verb === 'say' ? null : note;
  if (refused === null && failures.length === 0) return null;
  return (
    <div className={classes.outcome}>
      {refused !== null && <p className={classes.note}>Refused: {refused}</p>}
      <StepFailures failures={failures} />
    </div>
  );
}

/** A sentence where the step is right; else what the text has. */
function wordsOf(value: unknown): { readonly sentence: string | null; readonly text: string } {
  const step = decodeStep(value);
  return { sentence: step && stepInWords(step), text: step === null ? flowText(value) : '' };
}
