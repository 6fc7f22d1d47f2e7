/** The names that a text defines, offered where a step wants one. */
import { REASONS, RESOLUTION_METHODS } from '../../../../../shared/words.ts';

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

/** Which names a key takes. */
const LIST_OF: Readonly<Record<string, NameList>> = {
  queue: 'queues',
  queues: 'queues',
  user: 'users',
  secondaryUser: 'users',
  by: 'users',
  owner: 'users',
  assignee: 'users',
  notifications: 'users',
  inbox: 'users',
  externalApi: 'externalApis',
  actionType: 'actionTypes',
  caseType: 'caseTypes',
  case: 'cases',
  cases: 'cases',
  action: 'actions',
  actions: 'actions',
  problemAction: 'actions',
  reason: 'reasons',
  resolutionMethod: 'resolutionMethods',
};

export const listOf = (key: string): NameList | null => LIST_OF[key] ?? null;

/** What a text's content defines. Actions are named by their Case and type, or by their alias. */
export function namesIn(content: Readonly<Record<string, unknown>>): Names {
  const cases = Object.entries(mapAt(content, 'cases'));
  const aliases = listAt(content, 'steps').flatMap((step) => {
    const { as, case: ofCase } = mapAt(step, 'launch');
    return typeof as === 'string' && ofCase !== undefined ? [as] : [];
  });
  const actions = cases.flatMap(([name, definition]) => {
    const ofType = mapAt(mapAt(content, 'caseTypes'), String(mapAt(definition).type));
    const process = listAt(definition, 'process');
    const types = (process.length > 0 ? process : listAt(ofType, 'process')).flat();
    return types.map((type) => `${name}/${String(type)}`);
  });
  return {
    queues: listAt(content, 'queues').map(String),
    users: Object.keys(mapAt(content, 'users')),
    externalApis: Object.keys(mapAt(content, 'externalApis')),
    actionTypes: Object.keys(mapAt(content, 'actionTypes')),
    caseTypes: Object.keys(mapAt(content, 'caseTypes')),
    cases: cases.map(([name]) => name),
    actions: [...new Set([...actions, ...aliases])],
    reasons: REASONS,
    resolutionMethods: RESOLUTION_METHODS,
  };
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
