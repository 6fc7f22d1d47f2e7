/** The names that may stand in a file: its own, and those of the files that it includes. */
import { type Names, namesIn } from '../../views/names-in.ts';
import { mergeParts, type ReadFile, readIncludes } from '../scenario/includes.ts';
import { isMap } from '../scenario/schema-shape.ts';

/** Nobody asks where something is wrong here: that is told when the file is checked. */
const NOWHERE = { locate: () => [] };

/** All names of a file as far as it can be read. `file` says where the files are that it includes. */
export function namesOf(content: unknown, file: string, readFile: ReadFile): Names {
  if (!isMap(content)) return namesIn({});
  const { include, ...own } = content;
  const files = Array.isArray(include) ? include.filter((name) => typeof name === 'string') : [];
  const { parts } = readIncludes(files, file, NOWHERE, readFile);
  return namesIn(mergeParts([...parts, { value: own, placeOf: (path) => ({ source: NOWHERE, path }) }]).value);
}
