import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../../src/renderer/src/features/scenarios/code-frame.ts';

const TEXT = 'title: One\nsteps:\n  - advanze: 3m\n\t- next: 1';

describe('a code frame', () => {
  test('has the line at fault between its neighbours, and a mark under the column', () => {
    expect(codeFrame(TEXT, 3, 5)).toEqual({
      lines: [
        { number: 2, text: 'steps:' },
        { number: 3, text: '  - advanze: 3m' },
        { number: 4, text: '\t- next: 1' },
      ],
      line: 3,
      indent: '    ',
    });
  });

  test('keeps tabs before the mark, and begins at the first line', () => {
    expect(codeFrame(TEXT, 4, 3)?.indent).toBe('\t ');
    expect(codeFrame(TEXT, 1, 1)?.lines.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('cuts a line that is too long, with the place at fault in sight', () => {
    const frame = codeFrame(`{"steps":[${'{"next":1},'.repeat(200)}{"advanze":1}]}`, 1, 2_212);
    expect(frame?.lines[0]?.text).toMatch(/^….*"advanze":1/);
    expect(frame?.lines[0]?.text[frame.indent.length]).toBe('"');
  });

  test('there is none for a line that the text does not have', () => {
    expect(codeFrame(TEXT, 9, 1)).toBeNull();
  });
});
