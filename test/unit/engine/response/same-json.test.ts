/** When two bodies of a response say the same (R27, R28). */
import { expect, it } from 'vitest';
import { isSameJson } from '../../../../src/engine/response/same-json.ts';

it.each([
  [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [null, null, true],
  [{ a: null }, { a: {} }, false],
  [{ a: {} }, { a: null }, false],
  [[], {}, false],
  [[1, 2], [2, 1], false],
  ['4711', 4711, false],
])('%j and %j: the same? %s', (left, right, expected) => {
  expect(isSameJson(left, right)).toBe(expected);
});
