/** What is typed into the dialogs of a recording, and the step that it amounts to. */
import type { z } from 'zod';
import { type SpokenStep, spokenSchemas } from '../../../../shared/recording.ts';
import { type Checked, type IssueWords, problemsOf } from '../../form/problems.ts';
import { newId, unlessBlank } from '../../form/rows.ts';

export interface CheckedStep extends Checked {
  /** `null` where something is wrong. */
  readonly step: SpokenStep | null;
}

export interface TextDraft {
  readonly text: string;
}

/** What a step says, where it says a text. */
export function textOf(step: SpokenStep | undefined): string {
  if (step === undefined) return '';
  return 'say' in step ? step.say : 'chapter' in step ? step.chapter : '';
}

const checked = (schema: z.ZodType<SpokenStep>, step: SpokenStep, words: IssueWords): CheckedStep => ({
  step: schema.safeParse(step).data ?? null,
  problems: problemsOf(schema, step, '', words),
});

const IN_TEXT: IssueWords = { fieldOf: () => 'text' };

export const checkText = {
  say: ({ text }: TextDraft) => checked(spokenSchemas.say, { say: text.trim() }, IN_TEXT),
  chapter: ({ text }: TextDraft) => checked(spokenSchemas.chapter, { chapter: text.trim() }, IN_TEXT),
};

export interface AnswerDraft {
  readonly id: string;
  readonly text: string;
}

export interface QuestionDraft {
  readonly question: string;
  readonly answers: readonly AnswerDraft[];
  /** The id of the right one; empty where none is chosen. */
  readonly right: string;
  readonly because: string;
}

export const newAnswer = (text = ''): AnswerDraft => ({ id: newId(), text });

export function questionDraft(step: SpokenStep | undefined): QuestionDraft {
  if (step === undefined || !('ask' in step)) {
    return { question: '', answers: [newAnswer(), newAnswer()], right: '', because: '' };
  }
  const { question, answers, right, because = '' } = step.ask;
  const drafts = answers.map(newAnswer);
  return { question, answers: drafts, right: drafts[right - 1]?.id ?? '', because };
}

export function checkQuestion({ question, answers, right, because }: QuestionDraft): CheckedStep {
  const place = answers.findIndex(({ id }) => id === right) + 1;
  const ask = {
    question: question.trim(),
    answers: answers.map(({ text }) => text.trim()),
    right: place,
    ...unlessBlank('because', because, (text) => text),
  };
  const words = place === 0 ? { right: 'Choose the right answer.' } : {};
  return checked(spokenSchemas.ask, { ask }, { fieldOf: fieldOfQuestion, words });
}

/** `ask.answers.0` is typed as `answers.0.text`, everything else under its own name. */
function fieldOfQuestion([, field = '', index]: readonly PropertyKey[]): string {
  return field === 'answers' && index !== undefined ? `answers.${String(index)}.text` : String(field);
}
