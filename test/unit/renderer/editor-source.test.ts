/** Edits of the editor's forms, in the text: only the lines of the step change, and the text says what was meant. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import {
  addStep,
  changeStep,
  duplicateStep,
  moveStep,
  removeStep,
} from '../../../src/renderer/src/features/editor/source/edits.ts';
import { readSource, type Source } from '../../../src/renderer/src/features/editor/source/source.ts';
import { libraryFiles } from '../../support/library-files.ts';
import { EVERYTHING } from '../scenario/samples.ts';

const TEXTS = [...libraryFiles().map(({ text }) => text), EVERYTHING];
const COMMENTED = `# A lesson.
title: Commented   # to the right

steps:
  # It begins.
  - launch: { case: C1 }   # now

  # ── Later ──

  # A while passes.
  - advance: "3m"
  - expect:
      action: C1/post   # this one
      status: Waiting
      # and this
      retries: 0/5
  - say: |
      Two
      lines
# The end.
cases:
  C1: {}
`;
const JSON_TEXT = JSON.stringify(
  { title: 'As JSON', steps: [{ say: 'a' }, { launch: { case: 'C1' } }, { advance: '1m' }] },
  null,
  2,
);

const read = (text: string): Source => readSource(text) ?? expect.unreachable('it can be read');
const stepsOf = (text: string) => parse(text).steps as unknown[];
/** Lines that an edit must not touch: all but those of one step. */
const otherLines = (text: string, index: number) => {
  const { start, end } = read(text).steps[index] ?? expect.unreachable();
  return [text.slice(0, text.lastIndexOf('\n', start) + 1), text.slice(end)];
};

/** The paths of all values within a step that are not maps or lists. */
function leaves(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, each]) =>
    leaves(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
const at = (value: unknown, path: readonly (string | number)[]) =>
  path.reduce<unknown>((each, key) => (each as Record<string | number, unknown>)?.[key], value);

const anyText = fc.constantFrom(...TEXTS, COMMENTED, JSON_TEXT);
const anyValue = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '5m',
    '7',
    'true',
    'null',
    'a: b',
    '# no',
    '[x]',
    '+31m',
    'He said "no"',
    "it's",
    '',
    ' ',
    '- a',
    'Not Done, {yet}',
  ),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

describe('a value of a step', () => {
  test('changes no other line, and nothing else of what the text says', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), anyValue, (text, stepPick, leafPick, value) => {
        const source = read(text);
        const index = stepPick % source.steps.length;
        const paths = leaves(source.steps[index]?.value).filter((path) => path.length > 0);
        const path = paths[leafPick % paths.length] ?? [];
        const changed =
          changeStep(source, index, path, value) ?? expect.unreachable(`${path} takes ${JSON.stringify(value)}`);
        const other = otherLines(text, index);
        expect(changed.startsWith(other[0] as string)).toBe(true);
        expect(changed.endsWith(other[1] as string)).toBe(true);
        expect(at(stepsOf(changed)[index], path)).toEqual(value);
        expect({ ...parse(changed), steps: stepsOf(changed).toSpliced(index, 1) }).toEqual({
          ...parse(text),
          steps: stepsOf(text).toSpliced(index, 1),
        });
      }),
      { numRuns: 120 },
    );
  });

  test('is put back as it was: not a character differs', () => {
    for (const text of [EVERYTHING, COMMENTED]) {
      for (const [index, step] of read(text).steps.entries()) {
        for (const path of leaves(step.value)) {
          // Several lines of text are written again as they are best read.
          if (path.length === 0 || /[|>]\n|"[^"]*\n/.test(text.slice(step.start, step.end))) continue;
          const changed = changeStep(read(text), index, path, 'x') ?? expect.unreachable();
          const back = changeStep(read(changed), index, path, at(step.value, path)) ?? expect.unreachable();
          expect(stepsOf(back)).toEqual(stepsOf(text));
          expect(otherLines(back, index)).toEqual(otherLines(text, index));
        }
      }
    }
  });

  test('keeps comments, order and quotes of its step', () => {
    const changed = changeStep(read(COMMENTED), 1, ['advance'], '4m') ?? '';
    expect(changed).toBe(COMMENTED.replace('"3m"', '"4m"'));
    const other = changeStep(read(changed), 2, ['expect', 'status'], 'To Do') ?? '';
    expect(other).toBe(changed.replace('Waiting', 'To Do'));
  });

  test('is added and taken away where the others are', () => {
    const added = changeStep(read(COMMENTED), 0, ['launch', 'actionType'], 'post') ?? '';
    expect(added).toContain('  - launch: { case: C1, actionType: post } # now\n');
    expect(changeStep(read(COMMENTED), 2, ['expect', 'calls'], 1)).toContain(
      '      retries: 0/5\n      calls: 1\n  - say',
    );
    const without = changeStep(read(COMMENTED), 2, ['expect', 'status'], undefined) ?? '';
    expect(without).not.toContain('status');
    expect(without).toContain('# this one');
    expect(changeStep(read(COMMENTED), 0, ['refused'], true)).toContain('    refused: true\n');
    expect(changeStep(read(COMMENTED), 2, ['expect', 'errorBar'], { retries: 0 })).toContain(
      'errorBar: { retries: 0 }',
    );
  });

  test('stays JSON in JSON', () => {
    const changed = changeStep(read(JSON_TEXT), 1, ['launch', 'case'], 'C "2"') ?? '';
    expect(JSON.parse(changed).steps[1]).toEqual({ launch: { case: 'C "2"' } });
    const added = changeStep(read(JSON_TEXT), 1, ['refused'], true) ?? '';
    expect(JSON.parse(added).steps[1]).toEqual({ launch: { case: 'C1' }, refused: true });
  });

  test('is not changed where it is shared with another part of the text', () => {
    const shared = 'a: &when 3m\nsteps:\n  - advance: *when\n  - say: x\n';
    const source = read(shared);
    expect(source.steps.map(({ isShared }) => isShared)).toEqual([true, false]);
    expect(changeStep(source, 0, ['advance'], '4m')).toBeNull();
    expect(changeStep(source, 1, ['say'], 'y')).toBe(shared.replace('x', 'y'));
  });
});

describe('steps', () => {
  const order = (text: string | null) => stepsOf(text ?? expect.unreachable()).map((step) => JSON.stringify(step));

  test('are added, copied, moved and taken away, and no other line changes', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, fromPick, toPick) => {
        const source = read(text);
        const from = fromPick % source.steps.length;
        const to = toPick % source.steps.length;
        const before = order(text);
        const value = { say: 'Hello: it’s {new}' };
        expect(order(addStep(source, to, value))).toEqual(before.toSpliced(to, 0, JSON.stringify(value)));
        expect(order(duplicateStep(source, from))).toEqual(before.toSpliced(from, 0, before[from] as string));
        expect(order(removeStep(source, from))).toEqual(before.toSpliced(from, 1));
        if (from !== to) {
          const moved = moveStep(source, from, to) ?? expect.unreachable();
          expect(order(moved)).toEqual(before.toSpliced(from, 1).toSpliced(to, 0, before[from] as string));
          expect(moved.split('\n').sort()).toEqual(text.split('\n').sort());
          expect(moveStep(read(moved), to, from)).toBe(text);
        }
        const added = addStep(source, to, value) ?? expect.unreachable();
        expect(removeStep(read(added), to)).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  test('take the comments right above them along; other comments stay', () => {
    const moved = moveStep(read(COMMENTED), 0, 1) ?? '';
    expect(moved).toContain(
      'steps:\n  # A while passes.\n  - advance: "3m"\n\n  # ── Later ──\n\n  # It begins.\n  - launch',
    );
    const removed = removeStep(read(COMMENTED), 1) ?? '';
    expect(removed).toContain('# ── Later ──');
    expect(removed).not.toContain('A while passes');
  });

  it.each([
    ['', 'steps:\n  - say: a\n'],
    ['title: x\n', 'title: x\nsteps:\n  - say: a\n'],
    ['title: x', 'title: x\nsteps:\n  - say: a\n'],
    ['steps: []\ntitle: x\n', 'steps:\n  - say: a\ntitle: x\n'],
    ['steps:\ntitle: x\n', 'steps:\n  - say: a\ntitle: x\n'],
    ['# Only this\n', '# Only this\nsteps:\n  - say: a\n'],
    ['{ "title": "x" }', '{ "title": "x", "steps": [{"say":"a"}]\n}'],
    ['{ "steps": [] }', '{ "steps": [{"say":"a"}] }'],
    ['{}', '{"steps": [{"say":"a"}]\n}'],
  ])('begin in %j', (text, expected) => {
    const added = addStep(read(text), 0, { say: 'a' });
    expect(added).toBe(expected);
    expect(removeStep(read(added ?? ''), 0)).toMatch(/steps"?: ?\[\]/);
  });

  it.each(['steps: [', 'a: *b', '- 1', 'steps: 3', 'steps: { a: 1 }', 'title: x\n title: y'])(
    'are not read from %j',
    (text) => {
      expect(readSource(text)).toBeNull();
    },
  );

  test('know their lines', () => {
    const { steps, text } = read(COMMENTED);
    expect(steps.map(({ from, end }) => text.slice(from, end).split('\n')[0]?.trim())).toEqual([
      '# It begins.',
      '# A while passes.',
      '- expect:',
      '- say: |',
    ]);
    expect(text.slice(steps[3]?.from, steps[3]?.end)).toBe('  - say: |\n      Two\n      lines');
  });
});
