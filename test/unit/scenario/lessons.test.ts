/** The course: what is right about every lesson. That its expectations hold is in `test/traces`. */
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { LESSON_TAG, type Scenario } from '../../../src/shared/scenario.ts';
import { libraryFiles } from '../../support/library-files.ts';
import { givenAway, tellingWords } from '../../support/told-before.ts';

function lessonOf(text: string): Scenario {
  const loaded = loadScenario(text, 'lesson.yaml');
  return loaded.ok ? loaded.scenario : expect.unreachable(JSON.stringify(loaded.problems));
}

const LESSONS = libraryFiles(['lessons']).map(({ id, text }) => ({ id, lesson: lessonOf(text) }));

const questionsOf = ({ steps }: Scenario) => steps.flatMap((step) => ('ask' in step ? [step.ask] : []));
const countWords = (text: string) => text.split(/\s+/).length;

/** How long a lesson takes, in minutes: it is read aloud, the class thinks, and everything it stops at is looked at. */
function minutesOf(lesson: Scenario): number {
  const spoken = lesson.steps.map((step) => {
    if ('say' in step) return step.say;
    return 'ask' in step ? [step.ask.question, ...step.ask.answers, step.ask.because ?? ''].join(' ') : '';
  });
  const thinkingSeconds = 10 * questionsOf(lesson).length + 3 * spoken.length;
  return countWords(spoken.join(' ')) / 160 + thinkingSeconds / 60;
}

it('there are eight lessons, and one for designers', () => {
  expect(LESSONS.map(({ id }) => id[0])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
});

describe.each(LESSONS)('the lesson $id', ({ id, lesson }) => {
  it('says nothing that gives an answer away before it is shown', () => {
    expect(givenAway(lesson, id)).toEqual([]);
  });

  it('has a tag, a summary, chapters, something to look at and two questions or more, each with its reason', () => {
    expect(lesson.tags?.[0]).toBe(LESSON_TAG);
    expect(lesson.summary).toMatch(/[.?]$/);
    expect(lesson.steps.filter((step) => 'chapter' in step).length).toBeGreaterThan(1);
    expect(lesson.steps.filter((step) => 'show' in step).length).toBeGreaterThan(0);
    expect(questionsOf(lesson).length).toBeGreaterThan(1);
    for (const { because } of questionsOf(lesson)) expect(because).toBeTruthy();
  });

  it('checks every answer: after each question something is expected before the next one', () => {
    const verbs = lesson.steps.flatMap((step) => Object.keys(step).filter((key) => ['ask', 'expect'].includes(key)));
    for (const [index, verb] of verbs.entries()) if (verb === 'ask') expect(verbs[index + 1]).toBe('expect');
  });

  it('tells what happened after the last answer', () => {
    expect(lesson.steps.at(-1)).toHaveProperty('say');
  });

  it('takes three to six minutes, a minute or less without a question or a step', () => {
    expect(minutesOf(lesson)).toBeGreaterThan(3);
    expect(minutesOf(lesson)).toBeLessThan(6);
    for (const step of lesson.steps) if ('say' in step) expect(countWords(step.say), step.say).toBeLessThan(70);
  });

  it('puts the right answer in no place that one could guess', () => {
    const places = questionsOf(lesson).map(({ right }) => right);
    expect(new Set(places).size, places.join()).toBeGreaterThan(1);
  });
});

describe('what gives an answer away is found', () => {
  const lesson = (told: string, rest = '') =>
    lessonOf(`title: Silence
queues: [Finance]
users: { dana: {}, omar: {} }
steps:
  - say: ${told}
  - ask: { question: Who is told?, answers: [Dana gets a notification, Omar is called, Nobody], right: 1, because: A connection that fails for good goes to the owner of the Case. }
  - ask: { question: What does the bar say?, answers: [5 of 5, 5 of 7, 0 of 7], right: 2 }
${rest}`);

  it.each([
    ['in the same words', 'She will be notified, in a notification.', 'notification'],
    ['in a figure', 'And so we read five of seven.', '5 of 7'],
    ['by a name beside what is asked', 'We told Dana.', 'Dana gets'],
    ['in the words of the reason', 'Whatever fails for good goes to the owner.', 'Dana gets'],
  ])('%s', (_, told, answer) => {
    expect(givenAway(lesson(told), 'silence')).toEqual([expect.stringContaining(answer)]);
  });

  it('in the title, the summary or a name that is on the screen', () => {
    const plain = lesson('Let us see.');
    expect(givenAway(plain, 'silence')).toEqual([]);
    expect(givenAway({ ...plain, title: 'A notification' }, 'silence')).toHaveLength(1);
    expect(givenAway({ ...plain, summary: 'There will be notifications.' }, 'silence')).toHaveLength(1);
    expect(givenAway(plain, 'the-notification')).toHaveLength(1);
    expect(givenAway({ ...plain, queues: ['Notifications'] }, 'silence')).toHaveLength(1);
  });

  it('not in what comes after it, nor in a name alone', () => {
    expect(givenAway(lesson('Dana owns the Case.', '  - say: A notification, 5 of 7.'), 'silence')).toEqual([]);
  });

  it('by the words that only the right answer has', () => {
    const [who, bar] = questionsOf(lesson('Let us see.'));
    expect(who && tellingWords(who)).toEqual(['dana', 'get', 'notification']);
    expect(bar && tellingWords(bar)).toEqual([]);
  });
});
