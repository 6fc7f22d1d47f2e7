import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  caseTypeDraftOf,
  caseTypeText,
  checkCaseType,
  processInWords,
} from '../../../src/renderer/src/features/builder/case-types/case-type-draft.ts';
import { readValue, typedText } from '../../../src/renderer/src/features/builder/case-types/data-text.ts';
import type { CaseType } from '../../../src/shared/definitions.ts';

const INVOICE: CaseType = {
  owner: 'dana',
  data: { invoiceNumber: '4711', amount: 1250.4, lines: [{ text: 'paper' }], note: '' },
  process: ['check', ['post', 'announce']],
};
const draft = caseTypeDraftOf(INVOICE);
const withRow = (field: string, text: string) => ({ ...draft, data: [...draft.data, { field, text }] });

describe('a value of custom data as it is typed', () => {
  test.each([
    ['Northwind', 'Northwind', 'text'],
    ['"4711"', '4711', 'text'],
    ['4711', 4711, 'number'],
    ['0042', '0042', 'text'],
    ['12345678901234567890', '12345678901234567890', 'text'],
    ['true', true, 'true or false'],
    ['null', null, 'empty'],
    ['', '', 'empty text'],
    ['{ "a": [1] }', { a: [1] }, 'JSON'],
  ])('%s', (typed, value, kind) => {
    expect(readValue(typed)).toEqual({ value, kind });
  });

  test.each(['{ "a": ', '[1, 2', '"open'])('%s is neither JSON nor text', (typed) => {
    expect(readValue(typed)).toEqual({ problem: 'Expected JSON, or text that does not begin with a quote, [ or {.' });
  });

  test('any value is read back as it was', () => {
    // JSON knows no -0.
    const values = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as null);
    fc.assert(
      fc.property(values, (value) => {
        expect(readValue(typedText(value))).toMatchObject({ value });
      }),
    );
  });
});

describe('a Case type as a form', () => {
  test('amounts to what it was made of', () => {
    expect(checkCaseType('invoice', draft)).toEqual({
      problems: {},
      definition: { section: 'caseTypes', name: 'invoice', value: INVOICE },
    });
    expect(caseTypeText('copy', INVOICE)).toEqual({ section: 'caseTypes', name: 'copy', value: INVOICE });
  });

  test('what is empty is left out', () => {
    expect(checkCaseType('bare', { owner: '', data: [{ field: ' ', text: '' }], steps: [] })).toEqual({
      problems: {},
      definition: { section: 'caseTypes', name: 'bare', value: {} },
    });
  });

  test.each([
    ['', '1', { 'data.4.field': 'Type a name for the field.' }],
    ['amount', '1', { 'data.4.field': 'There is already a field amount.' }],
    ['more', '{', { 'data.4.text': 'Expected JSON, or text that does not begin with a quote, [ or {.' }],
    ['__proto__', '1', { 'data.4.field': 'Expected another name than "__proto__".' }],
    ['more', '[{"__proto__": 1}]', { 'data.4.text': 'Expected another name than "__proto__".' }],
  ])('says at the field what is wrong with %j: %j', (field, text, problems) => {
    expect(checkCaseType('invoice', withRow(field, text)).problems).toEqual(problems);
  });

  test('its process in words', () => {
    expect(processInWords(INVOICE.process, (name) => name.toUpperCase())).toBe('CHECK → POST + ANNOUNCE');
    expect(processInWords(undefined, String)).toBeNull();
  });
});
