/** What somebody in the class can read of a lesson before an answer is shown, and whether it gives that answer away. */
import type { Scenario, Step } from '../../src/shared/scenario.ts';

type Question = Extract<Step, { ask: unknown }>['ask'];

/** Sentences that give an answer away: `answer ← sentence`. Empty where a lesson keeps its answers to itself. */
export function givenAway(lesson: Scenario, id: string): string[] {
  const names = namesOf(lesson);
  return lesson.steps.flatMap((step, index) => {
    if (!('ask' in step)) return [];
    const visible = [...beforeItBegins(lesson, id), ...lesson.steps.slice(0, index).flatMap(textsOf)];
    const sentences = visible.flatMap((text) => text.split(/(?<=[.!?;:])\s+/));
    return sentences.filter((each) => tells(each, step.ask, names)).map((each) => `${answerOf(step.ask)} ← ${each}`);
  });
}

/** The words of the right answer that neither the question nor another answer has: they alone tell which it is. */
export function tellingWords({ question, answers, right }: Question): string[] {
  const others = new Set([question, ...answers.filter((_, index) => index !== right - 1)].flatMap(wordsOf));
  return wordsOf(answers[right - 1] ?? '').filter((word) => !others.has(word));
}

const answerOf = ({ answers, right }: Question) => answers[right - 1] ?? '';

function tells(sentence: string, ask: Question, names: ReadonlySet<string>): boolean {
  if (ask.because !== undefined && sharesPhrase(sentence, ask.because)) return true;
  const telling = tellingWords(ask);
  // Its words are in other answers too: then it is told by all of them in a row.
  if (telling.length === 0) return phrase(sentence).includes(phrase(answerOf(ask)));
  const said = new Set(wordsOf(sentence));
  const isAboutIt = () => wordsOf(ask.question).some((word) => !names.has(word) && said.has(word));
  // A person's name is on every screen; it tells something together with what is asked.
  return telling.some((word) => said.has(word) && (!names.has(word) || isAboutIt()));
}

/** As many words in a row of a reason are its words and nobody's by chance. */
const PHRASE_LENGTH = 5;

export function sharesPhrase(sentence: string, because: string): boolean {
  const words = phrase(because).trim().split(' ');
  const said = phrase(sentence);
  return words.some((_, from) => {
    const part = words.slice(from, from + PHRASE_LENGTH);
    return part.length === PHRASE_LENGTH && said.includes(` ${part.join(' ')} `);
  });
}

function beforeItBegins({ title = '', summary = '', tags = [], ...file }: Scenario, id: string): string[] {
  const titles = Object.values(file.actionTypes).map((type) => type.title ?? '');
  const names = [file.users, file.externalApis, file.actionTypes, file.caseTypes, file.cases].flatMap(Object.keys);
  return [id.replace(/^\d+/, '').replaceAll('-', ' '), title, summary, ...tags, ...titles, ...file.queues, ...names];
}

export function textsOf(step: Step): string[] {
  if ('say' in step) return [step.say];
  if ('chapter' in step) return [step.chapter];
  return 'ask' in step ? [step.ask.question, ...step.ask.answers, step.ask.because ?? ''] : [];
}

const namesOf = ({ users }: Scenario): ReadonlySet<string> => new Set(Object.keys(users).flatMap(wordsOf));

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const asFigure = (word: string): string => {
  const figure = Math.max(NUMBERS.indexOf(word), ORDINALS.indexOf(word));
  return figure < 0 ? word : String(figure);
};

/** Words without meaning of their own. */
const EMPTY = new Set(
  'a an and are as at be but by do does for from had has have he her his how if in is it its no not of on or she so that the their them then there they this to was we were what when which who will with would you your'.split(
    ' ',
  ),
);

const allWords = (text: string): string[] =>
  (text.toLowerCase().match(/\d+(?::\d+)+|[a-z]+(?:[’'][a-z]+)?|\d+/g) ?? []).map((word) =>
    asFigure(word.replace(/[’']s$/, '')),
  );
export const phrase = (text: string) => ` ${allWords(text).join(' ')} `;
/** Words that mean something, without the endings of the plural and of times. */
export const wordsOf = (text: string): string[] =>
  allWords(text)
    .filter((word) => !EMPTY.has(word))
    .map((word) => word.replace(/(?<=[a-z]{3})(?:ing|ed|es|s|e)$/, ''));
