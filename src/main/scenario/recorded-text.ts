/** A recording as text, as a person would write it: each thing on a line where it fits, remarks between, nothing that is so anyway. */
import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isSeq, type Node, visit } from 'yaml';
import { z } from 'zod';
import { type Scenario, scenario } from '../../shared/scenario.ts';
import { withoutEmpty } from './export.ts';

const LINE_WIDTH = 120;
/** What a line has beside the value, about. */
const MARGIN = 24;

/** `remarks` stand above steps, by their places. */
export function recordedText(recorded: Scenario, remarks: ReadonlyMap<number, string>): string {
  const file = withoutDefaults(z.encode(scenario, recorded));
  const document = new Document(withoutEmpty(file), { aliasDuplicateObjects: false });
  const steps = document.get('steps', true);
  if (isSeq(steps)) {
    for (const [index, remark] of remarks) (steps.items[index] as Node).commentBefore = ` ${remark}`;
  }
  visit(document, {
    Pair: (_, { value }, path) => {
      // Sections stand below each other, and so do steps.
      const isSection = path.length <= 2;
      if (!(isMap(value) || isSeq(value)) || (isSection && value.items.some((each) => !isName(each)))) return undefined;
      if (JSON.stringify(value).length + MARGIN > LINE_WIDTH) return undefined;
      value.flow = true;
      return visit.SKIP;
    },
  });
  return document.toString({ lineWidth: LINE_WIDTH });
}

/** An entry of a plain list, such as that of the queues. */
const isName = (node: unknown) => !(isMap(node) || 'key' in (node as object));

type Fields = Readonly<Record<string, unknown>>;

/** Without what means the same when it is left out. */
export function withoutDefaults(file: z.input<typeof scenario>): object {
  const { seed, ...rest } = file;
  const shape: Readonly<Record<string, z.ZodType>> = scenario.shape;
  const sections = Object.entries(rest).map(([section, value]): [string, unknown] => {
    const schema = shape[section];
    if (schema === undefined || section === 'steps' || !isFields(value)) return [section, value];
    if (section === 'settings') return [section, shortest(value, sameTo(schema, value))];
    const entries = Object.entries(value).map(([name, each]) => [
      name,
      isFields(each) ? shortest(each, (shorter) => sameTo(schema, { [name]: each })({ [name]: shorter })) : each,
    ]);
    return [section, Object.fromEntries(entries)];
  });
  return { ...(seed === undefined || sameTo(scenario, { seed })({}) ? {} : { seed }), ...Object.fromEntries(sections) };
}

function sameTo(schema: z.ZodType, value: unknown): (shorter: unknown) => boolean {
  const meant = schema.safeParse(value);
  return (shorter) => {
    const read = schema.safeParse(shorter);
    return read.success && isDeepStrictEqual(read.data, meant.data);
  };
}

/** Without each key, at any depth, that `isSame` can do without. */
function shortest(fields: Fields, isSame: (shorter: Fields) => boolean): Fields {
  let shorter = fields;
  for (const key of Object.keys(fields)) {
    const { [key]: inner, ...rest } = shorter;
    if (isSame(rest)) shorter = rest;
    else if (isFields(inner)) {
      const others = shorter;
      shorter = { ...others, [key]: shortest(inner, (each) => isSame({ ...others, [key]: each })) };
    }
  }
  return shorter;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
