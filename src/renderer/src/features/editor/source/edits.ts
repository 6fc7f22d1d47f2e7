/**
 * Edits of the steps of a scenario's text: each changes the lines of its own step and no others. An edit gives the new text, or
 * `null` where the text cannot take it: what was written is read again and must say what was meant.
 */
import { lineStart, readSource, type Source, type SourceStep } from './source.ts';
import { changedStep, changedValue, isJsonText, type Path, stepInBraces, stepText } from './write.ts';

export type StepValue = Readonly<Record<string, unknown>>;

/** Another value at `path` of a step; `undefined` takes the key away. */
export function changeStep(source: Source, index: number, path: Path, value: unknown): string | null {
  const step = source.steps[index];
  if (step === undefined || step.isShared) return null;
  const column = step.start - lineStart(source.text, step.start);
  const written = changedStep(outdented(ownText(source, step), column), path, value, isJsonText(source.text));
  if (written === null) return null;
  const text = replaced(source.text, step.start, step.end, indented(written, column));
  const steps = valuesOf(source).map((each, at) => (at === index ? changedValue(each, path, value) : each));
  return confirmed(source, text, steps);
}

/** A new step at a place from 0. */
export function addStep(source: Source, index: number, value: StepValue): string | null {
  const steps = valuesOf(source).toSpliced(index, 0, value);
  return confirmed(source, withNewStep(source, index, value), steps);
}

/** Puts a copy of a step after it. */
export function duplicateStep(source: Source, index: number): string | null {
  const step = source.steps[index];
  if (step === undefined || step.isShared) return null;
  const steps = valuesOf(source).toSpliced(index + 1, 0, step.value);
  if (source.list.kind !== 'dashes')
    return confirmed(source, inBrackets(source, index + 1, ownText(source, step)), steps);
  const lines = source.text.slice(lineStart(source.text, dashOf(source, step)), step.end);
  return confirmed(source, replaced(source.text, step.end, step.end, `\n${lines}`), steps);
}

/** Takes a step away, with the comments right above it. */
export function removeStep(source: Source, index: number): string | null {
  const { text } = source;
  const step = source.steps[index];
  if (step === undefined) return null;
  const steps = valuesOf(source).toSpliced(index, 1);
  if (source.list.kind === 'brackets') return confirmed(source, outOfBrackets(source, index), steps);
  if (steps.length === 0)
    return confirmed(source, `${text.slice(0, step.from).trimEnd()} []${text.slice(step.end)}`, steps);
  return confirmed(source, text.slice(0, step.from) + text.slice(Math.min(step.end + 1, text.length)), steps);
}

/** Moves a step to a place from 0, counted without the step itself. What is between steps stays where it is. */
export function moveStep(source: Source, from: number, to: number): string | null {
  const moving = source.steps[from];
  if (moving === undefined || from === to) return null;
  const inOrder = source.steps.toSpliced(from, 1).toSpliced(to, 0, moving);
  const slots = source.steps;
  let text = source.text.slice(0, slots[0]?.from ?? 0);
  for (const [index, step] of inOrder.entries()) {
    const slot = slots[index] as SourceStep;
    text += source.text.slice(step.from, step.end) + source.text.slice(slot.end, slots[index + 1]?.from);
  }
  return confirmed(
    source,
    text,
    inOrder.map(({ value }) => value),
  );
}

function withNewStep(source: Source, index: number, value: StepValue): string {
  const { text, list, steps } = source;
  const isJson = isJsonText(text);
  if (list.kind === 'brackets') return inBrackets(source, index, stepInBraces(value, isJson));
  if (list.kind === 'dashes') {
    const { column } = list;
    const lines = `${' '.repeat(column)}- ${indented(stepText(value, false), column + 2)}`;
    const before = steps[index - 1];
    if (before) return replaced(text, before.end, before.end, `\n${lines}`);
    const first = steps[0]?.from ?? 0;
    return replaced(text, first, first, `${lines}\n`);
  }
  const { room } = list;
  const lines = `\n  - ${indented(stepText(value, false), 4)}`;
  const inBraces = `[${stepInBraces(value, isJson)}]`;
  if (room.key === 'empty') {
    if (room.top === 'braces') return replaced(text, room.start, room.end, inBraces);
    return `${text.slice(0, room.start).trimEnd()}${lines}${text.slice(room.end)}`;
  }
  if (room.top === 'braces') {
    const entry = `${room.isFirst ? '' : ', '}"steps": ${inBraces}`;
    return `${text.slice(0, room.at).trimEnd()}${entry}\n${text.slice(room.at)}`;
  }
  return `${text === '' || text.endsWith('\n') ? text : `${text}\n`}steps:${lines}\n`;
}

/** Puts a step between those in brackets, parted as the others are. */
function inBrackets({ text, steps }: Source, index: number, written: string): string {
  const before = steps[index - 1];
  const after = steps[index];
  const [first, second] = steps;
  const gap =
    first && second && !text.slice(first.end, second.start).includes('#') ? text.slice(first.end, second.start) : ', ';
  if (before) return replaced(text, before.end, before.end, gap + written);
  const at = after?.start ?? 0;
  return replaced(text, at, at, written + gap);
}

function outOfBrackets({ text, steps }: Source, index: number): string {
  const step = steps[index] as SourceStep;
  const before = steps[index - 1];
  const after = steps[index + 1];
  if (after) return replaced(text, step.start, after.start, '');
  return replaced(text, before ? before.end : step.start, step.end, '');
}

/** The text, where it can be read and says what it is meant to. */
function confirmed({ content }: Source, text: string, steps: readonly unknown[]): string | null {
  const again = readSource(text);
  return again && JSON.stringify(again.content) === JSON.stringify({ ...content, steps }) ? text : null;
}

const valuesOf = ({ steps }: Source): unknown[] => steps.map(({ value }) => value);
const ownText = ({ text }: Source, { start, end }: SourceStep) => text.slice(start, end);
const dashOf = ({ text }: Source, { from, start }: SourceStep) => text.slice(from, start).search(/^[ \t]*-/m) + from;
const replaced = (text: string, from: number, to: number, by: string) => text.slice(0, from) + by + text.slice(to);

/** Lines after the first, moved to the right; empty ones stay empty. */
const indented = (text: string, by: number) => text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(by)}`);
/** Lines after the first, moved to the left as far as they go. */
const outdented = (text: string, by: number) => text.replace(new RegExp(`\\n {0,${by}}`, 'g'), '\n');
