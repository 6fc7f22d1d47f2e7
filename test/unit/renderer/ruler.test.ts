import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLOT_LEFT, PLOT_RIGHT } from '../../../src/renderer/src/chart/ruler/ruler-label.ts';
import { layoutRuler } from '../../../src/renderer/src/chart/ruler/ruler-layout.ts';
import {
  extentOf,
  outageModel,
  rulerModel,
  worstCaseModel,
} from '../../../src/renderer/src/chart/ruler/ruler-model.ts';
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

describe('the two stories', () => {
  it('the worst case is nothing else: where no call connects, no response is awaited', () => {
    const { response, ...rest } = worstCaseModel(SETTINGS, LIMITED);
    const { response: _, ...whole } = rulerModel(SETTINGS, LIMITED);
    expect(response).toBeNull();
    expect(rest).toEqual(whole);
  });

  it('R4 R32 an outage that is survived ends with the call that connects, and what that waits for', () => {
    expect(outageModel(SETTINGS, LIMITED, { fromMs: 0, lengthMs: 5 * MINUTE })).toEqual({
      calls: [0, 1, 3, 7].map((at, index) => ({ callNumber: index + 1, at: at * MINUTE })),
      unreached: [],
      response: { from: 7 * MINUTE, until: 37 * MINUTE },
      due: null,
      end: null,
    });
    expect(rulerInWords('Ruler', outageModel(SETTINGS, LIMITED, { fromMs: 0, lengthMs: 0 }), null)).toBe(
      'Ruler, from launch. launch: Call 1, first call. launch: The Action waits for its response for 30 min, until 30 min.',
    );
  });

  it('R14 one that is not survived ends as the worst case does', () => {
    const outage = { fromMs: 0, lengthMs: 32 * MINUTE };
    expect(outageModel(SETTINGS, LIMITED, outage)).toEqual(worstCaseModel(SETTINGS, LIMITED));
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

/** Of places that are fractions of a pixel. */
const ROUNDING = 1e-6;

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

  it('no label goes beyond the drawing, however narrow it is', () => {
    const type = fc.record({
      due: fc.option(fc.integer({ min: 1, max: 600 }), { nil: undefined }),
      closes: fc.boolean(),
      within: fc.option(fc.integer({ min: 1, max: 600 }), { nil: undefined }),
      max: fc.integer({ min: 0, max: 8 }),
    });
    fc.assert(
      fc.property(type, fc.integer({ min: 170, max: 1_200 }), ({ due, closes, within, max }, width) => {
        const model = rulerModel(SETTINGS, {
          ...POST,
          ...(due !== undefined && { due: due * MINUTE }),
          ...(within !== undefined && { responseWithin: within * MINUTE }),
          autoCompleteOnTimeout: closes,
          retry: { ...RETRY_DEFAULTS, max },
        });
        const scale = timeScale('linear', extentOf(model), MINUTE);
        const { marks, height } = layoutRuler(model, { scale, width, outage: null, through: null });
        for (const { x, y, label } of marks) {
          for (const { text, y: lineY } of label?.lines ?? []) {
            // As wide as 11 px digits and letters come to.
            const wide = text.length * 6;
            const from = x + (label?.x ?? 0) - { start: 0, middle: wide / 2, end: wide }[label?.anchor ?? 'start'];
            expect(from).toBeGreaterThanOrEqual(-PLOT_LEFT - ROUNDING);
            expect(from + wide).toBeLessThanOrEqual(width + PLOT_RIGHT + ROUNDING);
            expect(y + lineY - 6).toBeGreaterThanOrEqual(0);
            expect(y + lineY + 6).toBeLessThanOrEqual(height);
          }
        }
      }),
    );
  });
});
