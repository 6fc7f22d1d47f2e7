/** How steps and their values are written into a scenario's text. */
import { Document, isMap, isScalar, parseDocument, Scalar } from 'yaml';

export type Path = readonly (string | number)[];

const LOOK = { lineWidth: 0, flowCollectionPadding: true } as const;

/** Whether a text is JSON: what is put into it must be JSON too. */
export function isJsonText(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A new step as people write it: its verb, then one line of what it does. */
export function stepText(value: Readonly<Record<string, unknown>>, isJson: boolean): string {
  if (isJson) return JSON.stringify(value);
  const document = new Document(value);
  if (isMap(document.contents))
    for (const { value: body } of document.contents.items) if (isMap(body)) body.flow = true;
  return document.toString(LOOK).trimEnd();
}

/** The same on one line, in braces. */
export function stepInBraces(value: unknown, isJson: boolean): string {
  return isJson ? JSON.stringify(value) : flowText(value);
}

/** A value on one line, as a file has it. */
export function flowText(value: unknown): string {
  const document = new Document(value);
  if (document.contents !== null && 'flow' in document.contents) document.contents.flow = true;
  return document.toString(LOOK).trimEnd();
}

/** A value that was typed as a file has it; `undefined` where it cannot be read. */
export function valueOfText(text: string): unknown {
  const document = parseDocument(text, { version: '1.2', prettyErrors: false });
  if (document.errors.length > 0) return undefined;
  try {
    return document.toJS() as unknown;
  } catch {
    return undefined;
  }
}

/**
 * The text of one step with another value at `path`; `undefined` takes the key away. What is not changed keeps its comments, its
 * order and its quotes. `null` where the text cannot take the change.
 */
export function changedStep(text: string, path: Path, value: unknown, isJson: boolean): string | null {
  const document = parseDocument(text, { version: '1.2', uniqueKeys: false, prettyErrors: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const inPlace = replacedScalar(text, document, path, value, isJson);
  if (inPlace !== null) return inPlace;
  if (isJson)
    return JSON.stringify(changedValue(document.toJS(), path, value), null, text.includes('\n') ? 2 : undefined);
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, document.createNode(value, { flow: path.length > 1 || typeof value === 'object' }));
  return document.toString(LOOK).trimEnd();
}

/** Where a scalar replaces a scalar, nothing else of the step is written again. */
function replacedScalar(text: string, document: Document, path: Path, value: unknown, isJson: boolean): string | null {
  const old = document.getIn(path, true);
  if (value === undefined || (typeof value === 'object' && value !== null) || !isScalar(old) || !old.range) return null;
  const [start, end] = old.range;
  const isBlock = old.type === Scalar.BLOCK_FOLDED || old.type === Scalar.BLOCK_LITERAL;
  if (isBlock || start === end || text.slice(start, end).includes('\n')) return null;
  const written = isJson ? JSON.stringify(value) : scalarText(value, old);
  return written.includes('\n') ? null : text.slice(0, start) + written + text.slice(end);
}

/** Quoted as the old one was, and wherever braces need it. An empty text has quotes only because it is empty. */
function scalarText(value: unknown, old: Scalar): string {
  const scalar = new Scalar(value);
  const isQuoted = old.value !== '' && (old.type === Scalar.QUOTE_DOUBLE || old.type === Scalar.QUOTE_SINGLE);
  if (typeof value === 'string' && isQuoted && old.type) scalar.type = old.type;
  const document = new Document({ v: scalar });
  if (isMap(document.contents)) document.contents.flow = true;
  return document
    .toString(LOOK)
    .trimEnd()
    .replace(/^\{ v: /, '')
    .replace(/ \}$/, '');
}

/** A value with another one at `path`; `undefined` takes the key away. */
export function changedValue(whole: unknown, path: Path, value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((each, index) => (index === first ? changedValue(each, rest, value) : each));
  const map = (typeof whole === 'object' && whole !== null ? whole : {}) as Record<string, unknown>;
  const next = rest.length > 0 ? changedValue(map[first], rest, value) : value;
  if (next !== undefined) return { ...map, [first]: next };
  return Object.fromEntries(Object.entries(map).filter(([key]) => key !== String(first)));
}
