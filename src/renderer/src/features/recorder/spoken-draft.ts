/** What is typed into the dialogs of a recording, and the step that it amounts to. */
import { type SpokenStep, spokenSchemas } from '../../../../shared/recording.ts';
import { type Checked, problemsIn } from '../../form/problems.ts';
import { newId, unlessBlank } from '../../form/rows.ts';

interface CheckedStep extends Checked {
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

const checkAs =
  (verb: 'say' | 'chapter') =>
  ({ text }: TextDraft): CheckedStep => {
    const { data, error } = spokenSchemas[verb].safeParse({ [verb]: text.trim() });
    const { [verb]: problem } = problemsIn(error?.issues ?? []);
    return { step: data ?? null, problems: problem === undefined ? {} : { text: problem } };
  };

export const checkText = { say: checkAs('say'), chapter: checkAs('chapter') };

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

export const LEAST_ANSWERS = 2;
export const MOST_ANSWERS = 5;

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
  const { data, error } = spokenSchemas.ask.safeParse({
    ask: {
      question: question.trim(),
      answers: answers.map(({ text }) => text.trim()),
      right: place,
      ...unlessBlank('because', because, (text) => text),
    },
  });
  const problems: Record<string, string> = {};
  for (const [path, problem] of Object.entries(problemsIn(error?.issues ?? []))) {
    const [, field = '', index] = path.split('.');
    problems[field === 'answers' && index !== undefined ? `answers.${index}.text` : field] = problem;
  }
  if (place === 0) problems.right = 'Choose the right answer.';
  return { step: Object.keys(problems).length === 0 ? (data ?? null) : null, problems };
}
