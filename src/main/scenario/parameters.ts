/** Parameters of a scenario file (scenario-format.md): `$name`, `${name}` and `$$` in its values. */
import type { Fault, Path } from './problem.ts';
import { suggest } from './suggest.ts';
import { oneOf, show } from './wording.ts';

const ALONE = /^\$([\p{L}_][\p{L}\p{N}_-]*)$/u;
const INSERTED = /\$(?:\$|\{([^{}]*)\})/gu;

/** A value with its parameters filled in. */
export interface Filled {
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** The parameters that it names. */
  readonly used: ReadonlySet<string>;
}

/**
 * A text that is just `$name` becomes the parameter's value, with its type; `${name}` within a text is replaced by a text, number or
 * true and false; `$$` is a plain `$`. Keys stay as they are, and so does a `$` that begins no name. An unknown name is a fault.
 */
export function fillIn(value: unknown, parameters: ReadonlyMap<string, unknown>, at: Path): Filled {
  const faults: Fault[] = [];
  const used = new Set<string>();
  const parameterAt = (name: string, path: Path): unknown => {
    used.add(name);
    if (parameters.has(name)) return parameters.get(name);
    faults.push(unknownParameter(name, parameters.keys(), { path }));
    return undefined;
  };
  const inText = (text: string, path: Path): unknown => {
    const [, alone] = ALONE.exec(text) ?? [];
    if (alone !== undefined) return parameterAt(alone, path);
    return text.replace(INSERTED, (whole, name: string | undefined) => {
      if (name === undefined) return '$';
      const inserted = parameterAt(name, path);
      if (typeof inserted !== 'object' || inserted === null) return String(inserted ?? whole);
      faults.push({ path, what: `${show(whole)} is ${show(inserted)}`, expected: 'a text, a number or true or false' });
      return whole;
    });
  };
  const inside = (each: unknown, path: Path): unknown => {
    if (typeof each === 'string') return each.includes('$') ? inText(each, path) : each;
    if (Array.isArray(each)) return each.map((entry, index) => inside(entry, [...path, index]));
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([key, entry]) => [key, inside(entry, [...path, key])]));
  };
  const filled = inside(value, at);
  return { value: filled, faults, used };
}

/** A name that is no parameter of the file. */
export function unknownParameter(
  name: string,
  known: Iterable<string>,
  where: Pick<Fault, 'path'> & { readonly keyPath?: Path },
): Fault {
  const names = [...known];
  const suggestion = suggest(name, names);
  const expected = names.length > 0 ? oneOf(names) : 'a name under params';
  return {
    ...where,
    what: `unknown parameter ${show(name)}`,
    found: show(name),
    expected,
    ...(suggestion !== undefined && { suggestion }),
  };
}
