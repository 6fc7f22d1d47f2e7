import { describe, expect, it } from 'vitest';
import { layoutRuler } from '../../../src/renderer/src/chart/ruler/ruler-layout.ts';
import { extentOf, rulerModel } from '../../../src/renderer/src/chart/ruler/ruler-model.ts';
import { beyondInWords, rulerFacts, rulerInWords } from '../../../src/renderer/src/chart/ruler/ruler-words.ts';
import { timeScale } from '../../../src/renderer/src/chart/time-scale.ts';
import { type ActionType, RETRY_DEFAULTS, settings } from '../../../src/shared/definitions.ts';
import { MINUTE } from '../../support/given.ts';

const SETTINGS = settings.parse({});
const POST: ActionType = { externalApi: 'erp', responseExpected: true, autoCompleteOnTimeout: false };
const LIMITED: ActionType = { ...POST, responseWithin: 30 * MINUTE };
const CLOSING: ActionType = { ...LIMITED, due: 10 * MINUTE, autoCompleteOnTimeout: true };

describe('what a ruler shows', () => {
  it('R2 R14 every call, the end, and the response window of the last call (R32)', () => {
    const model = rulerModel(SETTINGS, LIMITED);
    expect(model.calls.map(({ at }) => at / MINUTE)).toEqual([0, 1, 3, 7, 15, 31]);
    expect(model).toMatchObject({
      unreached: [],
      response: { from: 31 * MINUTE, until: 61 * MINUTE },
      due: null,
      end: { at: 31 * MINUTE, ending: 'Not Done Successfully' },
    });
  });

  it('R33 R36 the retries that a due date with auto-complete forestalls, at the instants they would come', () => {
    const model = rulerModel(SETTINGS, CLOSING);
    expect(model.calls.map(({ callNumber }) => callNumber)).toEqual([1, 2, 3, 4]);
    expect(model.unreached).toEqual([
      { callNumber: 5, at: 15 * MINUTE },
      { callNumber: 6, at: 31 * MINUTE },
    ]);
    expect(model).toMatchObject({ due: { closes: true }, end: { at: 10 * MINUTE, ending: 'No response returned' } });
  });

  it('R34 a response window without an end, and none where no response is expected (R5)', () => {
    expect(rulerModel(SETTINGS, POST).response).toEqual({ from: 31 * MINUTE, until: null });
    expect(rulerModel(SETTINGS, { ...POST, responseExpected: false }).response).toBeNull();
  });

  it('is long enough for its life, and leaves out retries far beyond it', () => {
    const model = rulerModel(SETTINGS, CLOSING);
    expect(extentOf(rulerModel(SETTINGS, LIMITED))).toBe(61 * MINUTE);
    expect(extentOf(model)).toBe(15 * MINUTE);
    expect(beyondInWords(model, 16 * MINUTE)).toContain('The last retry that never happens');
    expect(beyondInWords(model, 31 * MINUTE)).toBeNull();
  });

  it('has a length even where nothing lasts', () => {
    const once = { ...POST, responseExpected: false, retry: { ...RETRY_DEFAULTS, max: 0 } };
    expect(extentOf(rulerModel(SETTINGS, once))).toBe(MINUTE);
  });
});

describe('a ruler in words', () => {
  it('R33 says everything in the order of time', () => {
    const facts = rulerFacts(rulerModel(SETTINGS, CLOSING), { fromMs: 0, lengthMs: 2 * MINUTE });
    expect(facts.map(({ at, words }) => [at / MINUTE, words])).toEqual([
      [0, 'Call 1, first call'],
      [0, 'The outage begins'],
      [1, 'Call 2, retry 1'],
      [2, 'The outage is over'],
      [3, 'Call 3, retry 2'],
      [7, 'Call 4, retry 3'],
      [7, 'If the last call connects, the Action waits for its response for 3 min, until 10 min'],
      [10, 'Due date, auto-complete on timeout'],
      [10, 'Closed, No response returned: nobody is told'],
      [15, 'Retry 4 never happens'],
      [31, 'Retry 5 never happens'],
    ]);
    expect(rulerInWords('Ruler', rulerModel(SETTINGS, CLOSING), null)).toContain('10 min: Due date, auto-complete');
  });
});

describe('where things lie on a ruler', () => {
  const layout = (type: ActionType, through: number | null = null) =>
    layoutRuler(rulerModel(SETTINGS, type), {
      scale: timeScale('linear', 100 * MINUTE, MINUTE),
      width: 1_000,
      outage: { fromMs: 0, lengthMs: 200 * MINUTE },
      through,
    });

  it('at their instants; calls that crowd stand in rows', () => {
    const calls = layout(LIMITED).marks.filter(({ kind }) => kind === 'call');
    expect(calls.map(({ x }) => x)).toEqual([0, 10, 30, 70, 150, 310]);
    const [first, second, third] = calls;
    expect(second?.y).toBeLessThan(first?.y ?? 0);
    expect(third?.y).toBe(first?.y);
    expect(layout(LIMITED)).toMatchObject({ isCrowded: true, isOvercrowded: false });
  });

  it('the outage and an open response window end with the axis', () => {
    const { outage, marks } = layout(POST);
    expect(outage).toEqual({ from: 0, to: 1_000 });
    expect(marks.find(({ kind }) => kind === 'response')).toMatchObject({ x: 310, width: 690, isOpen: true });
  });

  it('the call that gets through looks different', () => {
    expect(layout(LIMITED, 4).marks.find(({ kind }) => kind === 'through')).toMatchObject({ number: 4 });
  });
});
