/** What the form of a step reads and changes: the text itself. */

import type { Names } from '../../../../../views/names-in.ts';
import type { FileProblem } from '../../../client/open-scenario.ts';
import { sentence } from '../../../components/sentence.ts';
import type { Path } from '../source/write.ts';

export interface EditedStep {
  readonly names: Names;
  /** Puts a value at a path of the step; `undefined` takes the key away. */
  readonly change: (path: Path, value: unknown) => void;
  /** What the reader of files has against the value at a path, as a sentence. */
  readonly problemAt: (path: Path) => string | undefined;
}

/** The problems of one step by their paths in it: `expect.status`. */
export function problemsOfStep(problems: readonly FileProblem[], index: number): ReadonlyMap<string, string> {
  const prefix = `steps[${index}]`;
  const found = new Map<string, string>();
  for (const { path, message } of problems) {
    if (path !== prefix && !path.startsWith(`${prefix}.`)) continue;
    const within = path.slice(prefix.length + 1);
    if (!found.has(within)) found.set(within, sentence(message));
  }
  return found;
}
