/** What a value at a place names: a user, a queue, an Action, … . */
import { type Scenario, scenario } from '../../shared/scenario.ts';
import type { Path } from '../scenario/problem.ts';
import { type ReferenceKind, referencesOf } from '../scenario/references.ts';
import { isMap } from '../scenario/schema-shape.ts';

const NAME = '?';

/** The kind of thing that the value at a path, which may be a text, names; `null` where it names nothing. */
export function referenceAt(content: unknown, path: Path): ReferenceKind | null {
  const [section] = path;
  if (typeof section !== 'string' || !Object.hasOwn(scenario.shape, section)) return null;
  const nothing = { users: {}, actionTypes: {}, caseTypes: {}, cases: {}, steps: [] };
  const alone = { ...nothing, ...(onlyAt(content, path, 0) as object) } as unknown as Scenario;
  for (const { kind, name } of referencesOf(alone)) if (name === NAME) return kind;
  return null;
}

/**
 * The part of a value that leads to the path, with a name at its end. Inside steps the other keys of each map are there, too,
 * without what is under them: they say what the map is. Of a step itself only its verb: two of them would be no step.
 */
function onlyAt(value: unknown, [part, ...rest]: Path, depth: number): unknown {
  if (part === undefined) return NAME;
  const inner = onlyAt((value as Record<string | number, unknown> | null | undefined)?.[part], rest, depth + 1);
  if (typeof part === 'number') return [inner];
  const others = isMap(value) && depth > VERB_DEPTH ? Object.keys(value) : [];
  return { ...Object.fromEntries(others.map((key) => [key, undefined])), [part]: inner };
}

/** `steps`, the step's index, its verb. */
const VERB_DEPTH = 2;
