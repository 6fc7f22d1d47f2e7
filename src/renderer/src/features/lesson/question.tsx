/** One question: the class's guess is marked first, then the right answer is there with its reason. */
import { useId } from 'react';
import type { LessonQuestion } from '../../../../shared/lesson-contract.ts';
import { guess } from '../../client/lesson.ts';
import { IconDone, IconFailed } from '../../components/icons.tsx';
import classes from './lesson-dock.module.css';

export function Question({ question }: { readonly question: LessonQuestion }) {
  const { text, answers, reveal } = question;
  const id = useId();
  return (
    <div className={classes.question} data-lesson>
      <p id={id} className={classes.asked}>
        {text}
      </p>
      <div
        role="radiogroup"
        aria-labelledby={id}
        aria-disabled={reveal !== null || undefined}
        className={classes.answers}
      >
        {answers.map((answer, index) => (
          <Answer key={answer} text={answer} number={index + 1} group={id} question={question} />
        ))}
      </div>
      {reveal?.because != null && <p className={classes.because}>{reveal.because}</p>}
    </div>
  );
}

interface AnswerProps {
  readonly text: string;
  /** From 1, as on the keyboard. */
  readonly number: number;
  readonly group: string;
  readonly question: LessonQuestion;
}

function Answer({ text, number, group, question: { guess: guessed, reveal } }: AnswerProps) {
  const isGuess = guessed === number;
  const isRight = reveal?.right === number;
  const isWrong = reveal !== null && isGuess && !isRight;
  return (
    <label className={classes.answer} data-guess={isGuess || undefined} data-right={isRight || undefined}>
      <input
        type="radio"
        name={group}
        className={classes.radio}
        checked={isGuess}
        disabled={reveal !== null}
        onChange={() => void guess(number)}
      />
      <span aria-hidden="true" className={classes.number}>
        {number}
      </span>
      <span className={classes.answerText}>{text}</span>
      {isRight && (
        <span className={classes.mark}>
          <IconDone /> {isGuess ? 'Right, as the class thought' : 'Right'}
        </span>
      )}
      {isWrong && (
        <span className={classes.mark}>
          <IconFailed /> The class thought so
        </span>
      )}
    </label>
  );
}
