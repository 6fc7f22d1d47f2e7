/** Every lesson of the course, beat by beat in the whole window: nothing of what comes can be read before it has come. */
import { act, cleanup } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadScenario } from '../../src/main/scenario/load.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { goOn, startLesson } from '../../src/renderer/src/client/lesson.ts';
import { navigate } from '../../src/renderer/src/stores/address.ts';
import { lessonView } from '../../src/renderer/src/stores/lesson-view.ts';
import { workspace } from '../../src/renderer/src/stores/workspace.ts';
import type { LessonState } from '../../src/shared/lesson-contract.ts';
import type { Scenario, Step } from '../../src/shared/scenario.ts';
import { libraryFiles } from '../support/library-files.ts';
import { phrase, sharesPhrase, tellingWords, textsOf, wordsOf } from '../support/told-before.ts';
import { openLab, settle, showWindow } from './lab.tsx';
import { seen } from './seen.ts';

vi.mock('../../src/renderer/src/client/client.ts', () => import('./lab-client.ts'));
// Each walks through the whole window, which takes its time where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const LESSONS = libraryFiles(['lessons']).map(({ id, text }) => {
  const loaded = loadScenario(text, id);
  if (!loaded.ok) throw new Error(`${id} is no scenario`);
  return { id, title: loaded.title, lesson: loaded.scenario };
});

let simulator: Simulator;
/** The product's own words, which are on its screens whatever happens. */
const ownWords = new Set<string>();

const OWN_SCREENS = [
  '/cases',
  '/cases/INV-1001',
  '/cases/INV-1002',
  '/cases/INV-1001/actions/post-invoice',
  '/cases/INV-1002/actions/post-quickly',
  '/cases/SUP-2001/actions/screen-supplier',
  '/queues',
  '/settings',
  '/external-apis/erp',
  '/inbox/ines',
];

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  simulator = await openLab();
  await settle();
  showWindow();
  for (const path of OWN_SCREENS) {
    await settle(async () => navigate(path));
    for (const word of seen(document.body).flatMap(wordsOf)) ownWords.add(word);
  }
  // Its lists say what to do where they are empty.
  await settle(() => simulator.opener.openEmpty());
  await settle(async () => navigate('/cases'));
  for (const word of seen(document.body).flatMap(wordsOf)) ownWords.add(word);
  cleanup();
}, 60_000);
afterAll(() => simulator.close());
afterEach(() => lessonView.setState({ showsWhatComes: false }));

const state = (): LessonState => workspace.getState().lesson ?? expect.unreachable('no lesson is open');
const steps = () => workspace.getState().player?.steps ?? [];

/** Opens it, and shows the window. */
async function begin(lesson: { readonly id: string; readonly title: string }): Promise<void> {
  await settle(() => startLesson(lesson));
  showWindow();
  await settle();
}

/**
 * What on screen tells of the steps that are still to come. Once is enough: what gave nothing away is put into `innocent`, for ever
 * less is to come.
 */
function givenAway(lesson: Scenario, innocent: Set<string>): string[] {
  const { step, question } = state();
  const isOpen = question !== null && question.reveal === null;
  const asked = document.querySelector('section[aria-label=Lesson] [role=radiogroup]');
  const told = new Set(lesson.steps.slice(0, step).flatMap(textsOf).flatMap(wordsOf));
  const names = new Set(namesIn(lesson).flatMap(wordsOf));
  const texts = seen(document.body, isOpen ? [asked] : []).filter((text) => !innocent.has(text));
  const coming = lesson.steps.slice(isOpen ? step - 1 : step);
  const answering = new Set(coming.flatMap((each) => ('ask' in each ? tellingWords(each.ask) : [])));
  return texts.flatMap((text) => {
    innocent.add(text);
    const why = coming.map((each) => tells(text, each, isOpen && each === coming[0])).find((found) => found !== null);
    if (why != null) return [`step ${step}: “${text}” tells: ${why}`];
    const word = wordsOf(text).find(
      (each) => answering.has(each) && !ownWords.has(each) && !told.has(each) && !names.has(each),
    );
    return word === undefined ? [] : [`step ${step}: “${text}” has the word of an answer: ${word}`];
  });
}

function namesIn({ users, externalApis, actionTypes, cases, queues }: Scenario): string[] {
  const titles = Object.values(actionTypes).map(({ title }) => title ?? '');
  return [users, externalApis, actionTypes, cases].flatMap(Object.keys).concat(titles, queues);
}

/** Whether it may stand there whatever happens, as *Retries* does. */
const isOwn = (text: string) => wordsOf(text).every((word) => ownWords.has(word));

const LONG_ENOUGH = 3;

/** What of a coming step a text says, in its words; `null` where it says nothing of it. */
function tells(text: string, step: Step, isAsked: boolean): string | null {
  const said = phrase(text);
  const saysAll = (part: string) => wordsOf(part).length >= LONG_ENOUGH && said.includes(phrase(part));
  if ('say' in step) return step.say.split(/(?<=[.!?:])\s+/).find(saysAll) ?? null;
  if ('chapter' in step) return text === step.chapter && !isOwn(text) ? text : null;
  if (!('ask' in step)) return null;
  const { question, answers, because } = step.ask;
  if (because !== undefined && sharesPhrase(text, because)) return because;
  return (isAsked ? answers : [question, ...answers]).find(saysAll) ?? null;
}

describe.each(LESSONS)('the lesson $title', ({ id, title, lesson }) => {
  beforeEach(() => begin({ id, title }));

  test('gives nothing away, on any of its screens, and comes to its end without a failure', async () => {
    const innocent = new Set<string>();
    const found: string[] = givenAway(lesson, innocent);
    while (!state().isAtEnd) {
      await settle(goOn);
      found.push(...givenAway(lesson, innocent));
      expect(document.querySelector('section[aria-label=Lesson]')).not.toBeNull();
    }
    expect(found).toEqual([]);
    expect(steps().map((step) => step.state)).not.toContain('failed');
  });
});

test('what the simulator knows would give it away: it shows once one asks for it', async () => {
  const [first] = LESSONS;
  await begin(first ?? expect.unreachable('there is no lesson'));
  await settle(goOn);
  await settle(goOn);
  await settle(goOn);
  const waits = () => /\d waiting: /.test(document.body.textContent ?? '');
  expect(waits()).toBe(false);
  act(() => lessonView.setState({ showsWhatComes: true }));
  expect(waits()).toBe(true);
});
