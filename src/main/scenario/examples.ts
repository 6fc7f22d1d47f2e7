/** The examples of a scenario file (scenario-format.md): a list, or a CSV file with a column for each parameter. */
import { type CsvError, parse } from 'csv-parse/sync';
import { unknownParameter } from './parameters.ts';
import type { Path, Problem } from './problem.ts';
import { locateProblem } from './problem.ts';
import { scalarOf } from './scalar.ts';
import type { YamlSource } from './yaml-source.ts';

/** Parameters and their values. */
export type Example = Readonly<Record<string, unknown>>;

/** A fault for each key of an example that is no parameter. */
export function checkExamples(examples: readonly Example[], known: readonly string[], source: YamlSource): Problem[] {
  return source.locate(
    examples.flatMap((example, index) =>
      Object.keys(example)
        .filter((name) => !known.includes(name))
        .map((name) => {
          const path: Path = ['examples', index, name];
          return unknownParameter(name, known, { path, keyPath: path });
        }),
    ),
  );
}

/**
 * The rows of a CSV file: the first line names the parameters. Cells have the types that they would have in YAML; an empty one
 * leaves the parameter at its default.
 */
export function readCsv(
  text: string,
  file: string,
  known: readonly string[],
): { readonly examples: readonly Example[]; readonly problems: readonly Problem[] } {
  const wrong = (problems: readonly Problem[]) => ({ examples: [], problems });
  const problem = (line: number, fault: Parameters<typeof locateProblem>[2]) =>
    locateProblem(file, { line, column: 1 }, fault);
  let rows: readonly (readonly string[])[];
  try {
    rows = parse(text, { bom: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    const { message, lines } = error as CsvError & { readonly lines?: number };
    return wrong([problem(lines ?? 1, { path: [], what: `not CSV: ${message}` })]);
  }
  const [names = [], ...examples] = rows;
  if (examples.length === 0) {
    const expected = 'a line with parameters, and one for each example';
    return wrong([problem(1, { path: [], what: 'found no example', expected })]);
  }
  const strange = names.filter((name) => !known.includes(name));
  if (strange.length > 0) return wrong(strange.map((name) => problem(1, unknownParameter(name, known, { path: [] }))));
  const read = examples.map((cells) =>
    Object.fromEntries(
      names.flatMap((name, column) => {
        const cell = cells[column] ?? '';
        return cell === '' ? [] : [[name, scalarOf(cell)]];
      }),
    ),
  );
  return { examples: read, problems: [] };
}

/** `fail=dns, max=2`. */
export function labelOf(example: Example): string {
  return Object.entries(example)
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(', ');
}
