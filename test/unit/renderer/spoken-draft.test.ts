/** What is typed into a recording's dialogs, and the step it amounts to. */
import { describe, expect, it } from 'vitest';
import {
  checkQuestion,
  checkText,
  newAnswer,
  type QuestionDraft,
  questionDraft,
  textOf,
} from '../../../src/renderer/src/features/recorder/spoken-draft.ts';

describe('a text', () => {
  it('becomes a step, without blanks around it', () => {
    expect(checkText.say({ text: ' Look. ' })).toEqual({ step: { say: 'Look.' }, problems: {} });
    expect(checkText.chapter({ text: 'One' })).toEqual({ step: { chapter: 'One' }, problems: {} });
  });
  it('is needed', () => {
    expect(checkText.say({ text: ' ' })).toMatchObject({ step: null, problems: { text: 'Expected what to say.' } });
    expect(checkText.chapter({ text: '' })).toMatchObject({ step: null, problems: { text: 'Expected a title.' } });
  });
  it('is what the step says when it is reworded', () => {
    expect([textOf({ say: 'Look.' }), textOf({ chapter: 'One' }), textOf(undefined)]).toEqual(['Look.', 'One', '']);
  });
});

describe('a question', () => {
  const answers = [newAnswer('Yes'), newAnswer('No'), newAnswer('Maybe')];
  const draft: QuestionDraft = { question: 'Does it?', answers, right: answers[1]?.id ?? '', because: '' };

  it('becomes a step; the right answer counts from 1, and is the same when answers before it go', () => {
    const ask = { question: 'Does it?', answers: ['Yes', 'No', 'Maybe'], right: 2 };
    expect(checkQuestion(draft)).toEqual({ step: { ask }, problems: {} });
    expect(checkQuestion({ ...draft, answers: answers.slice(1), because: ' So. ' }).step).toEqual({
      ask: { question: 'Does it?', answers: ['No', 'Maybe'], right: 1, because: 'So.' },
    });
  });
  it('says of each field what is wrong', () => {
    const blank = { question: '', answers: [newAnswer('Yes'), newAnswer()], right: 'gone', because: '' };
    expect(checkQuestion(blank)).toEqual({
      step: null,
      problems: {
        question: 'Expected a question.',
        'answers.1.text': 'Expected an answer.',
        right: 'Choose the right answer.',
      },
    });
  });
  it('is typed again as it was', () => {
    const { step } = checkQuestion({ ...draft, because: 'So.' });
    expect(checkQuestion(questionDraft(step ?? undefined)).step).toEqual(step);
    expect(questionDraft(undefined).answers).toHaveLength(2);
  });
});
