/** The names that a scenario file defines, as its text has them: read from values that nobody has validated. */
import { REASONS, RESOLUTION_METHODS } from '../shared/words.ts';

export const NAME_LISTS = [
  'queues',
  'users',
  'externalApis',
  'actionTypes',
  'caseTypes',
  'cases',
  'actions',
  'reasons',
  'resolutionMethods',
] as const;
export type NameList = (typeof NAME_LISTS)[number];
export type Names = Readonly<Record<NameList, readonly string[]>>;

/** How many Cases of one launch are named: nobody chooses from more. */
const NAMED_CASES = 3;

/** What a text's content defines. Actions are named by their Case and type, or by their alias; of Cases that a step launches the first are named. */
export function namesIn(content: Readonly<Record<string, unknown>>): Names {
  const launches = listAt(content, 'steps').map((step) => mapAt(step, 'launch'));
  const defined = Object.entries(mapAt(content, 'cases')).map(([name, value]) => ({ name, value: mapAt(value) }));
  const cases = [...defined, ...launchedCases(launches)];
  const aliases = launches.flatMap(({ as, case: ofCase }) =>
    typeof as === 'string' && ofCase !== undefined ? [as] : [],
  );
  const actions = cases.flatMap(({ name, value }) => {
    const ofType = mapAt(mapAt(content, 'caseTypes'), String(value.type));
    const process = listAt(value, 'process');
    const types = (process.length > 0 ? process : listAt(ofType, 'process')).flat();
    return types.map((type) => `${name}/${String(type)}`);
  });
  const adHoc = launches.flatMap(({ case: ofCase, actionType }) =>
    typeof ofCase === 'string' && typeof actionType === 'string' ? [`${ofCase}/${actionType}`] : [],
  );
  return {
    queues: listAt(content, 'queues').map(String),
    users: Object.keys(mapAt(content, 'users')),
    externalApis: Object.keys(mapAt(content, 'externalApis')),
    actionTypes: Object.keys(mapAt(content, 'actionTypes')),
    caseTypes: Object.keys(mapAt(content, 'caseTypes')),
    cases: [...new Set(cases.map(({ name }) => name))],
    actions: [...new Set([...actions, ...adHoc, ...aliases])],
    reasons: REASONS,
    resolutionMethods: RESOLUTION_METHODS,
  };
}

/** `launch: { caseType, count, as }` makes the Cases `as-1`, `as-2` and so on. */
function launchedCases(launches: readonly Readonly<Record<string, unknown>>[]) {
  return launches.flatMap(({ caseType, as = caseType, count = 1 }) => {
    if (typeof caseType !== 'string' || typeof as !== 'string') return [];
    const length = typeof count === 'number' && count >= 1 ? Math.min(Math.trunc(count), NAMED_CASES) : 1;
    return Array.from({ length }, (_, index) => ({ name: `${as}-${index + 1}`, value: { type: caseType } }));
  });
}

/** The map under a key, or the value itself; what is no map is an empty one. */
function mapAt(value: unknown, key?: string): Readonly<Record<string, unknown>> {
  const found = key === undefined ? value : mapAt(value)[key];
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Record<string, unknown>) : {};
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const found = mapAt(value)[key];
  return Array.isArray(found) ? found : [];
}
