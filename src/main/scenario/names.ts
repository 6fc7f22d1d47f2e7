/** Checks that every name a scenario uses is defined, and none defined twice. */
import type { Scenario } from '../../shared/scenario.ts';
import { WORDS } from '../../shared/word-table.ts';
import { createsCase, type LaunchedNames, launchedNames } from './launched-names.ts';
import { type Fault, faultsOf, formatPath, type Path } from './problem.ts';
import { type Reference, type ReferenceKind, referencesOf } from './references.ts';
import { suggest } from './suggest.ts';
import { oneOf, show } from './wording.ts';

/** How many names a message lists where none is near. */
const LISTED_NAMES = 10;

const NOUNS: Readonly<Record<ReferenceKind, string>> = {
  queue: WORDS.definition.queues.noun,
  user: WORDS.definition.users.noun,
  externalApi: WORDS.definition.externalApis.noun,
  actionType: WORDS.definition.actionTypes.noun,
  caseType: WORDS.definition.caseTypes.noun,
  case: 'Case',
  action: 'Action',
};

/** All faults about names of a scenario that its schema took. */
export function checkNames(scenario: Scenario): Fault[] {
  const launched = launchedNames(scenario);
  const queues = new Set(scenario.queues);
  return [
    ...faultsOf(referencesOf(scenario), (reference) => checkReference(reference, scenario, queues, launched)),
    ...checkOwners(scenario, launched),
    ...checkDuplicates(scenario),
    ...checkDefinedOnce(scenario, launched),
  ];
}

function checkReference(
  reference: Reference,
  scenario: Scenario,
  queues: ReadonlySet<string>,
  launched: LaunchedNames,
): Fault[] {
  const { kind, name, path } = reference;
  switch (kind) {
    case 'action':
      return checkAction(name, path, scenario, launched);
    case 'case':
      return checkCase(name, path, scenario, launched);
    case 'queue':
      return checkName(kind, name, path, queues);
    case 'user':
      return checkName(kind, name, path, scenario.users);
    case 'externalApi':
      return checkName(kind, name, path, scenario.externalApis);
    case 'actionType':
      return checkName(kind, name, path, scenario.actionTypes);
    case 'caseType':
      return checkName(kind, name, path, scenario.caseTypes);
  }
}

type Section = Readonly<Record<string, unknown>>;

function checkName(kind: ReferenceKind, name: string, path: Path, defined: ReadonlySet<string> | Section): Fault[] {
  if (defined instanceof Set ? defined.has(name) : Object.hasOwn(defined, name)) return [];
  const names = defined instanceof Set ? [...defined] : Object.keys(defined);
  return [unknownName(NOUNS[kind], name, path, names, names)];
}

function unknownName(
  noun: string,
  name: string,
  path: Path,
  candidates: readonly string[],
  defined: readonly string[],
): Fault {
  const suggestion = suggest(name, candidates);
  return {
    path,
    what: `unknown ${noun} ${show(name)}`,
    found: show(name),
    expected: listNames(noun, defined),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function listNames(noun: string, names: readonly string[]): string {
  if (names.length === 0) return `a name that the file defines (it defines no ${noun})`;
  if (names.length <= LISTED_NAMES) return oneOf(names);
  return `one of ${names.slice(0, LISTED_NAMES).join(', ')}, … (${names.length} in all)`;
}

function checkCase(name: string, path: Path, scenario: Scenario, launched: LaunchedNames): Fault[] {
  if (Object.hasOwn(scenario.cases, name) || launched.cases.some((cases) => createsCase(cases, name))) return [];
  const ranges = launched.cases.map(({ prefix, first, last }) =>
    first === last ? `${prefix}-${first}` : `${prefix}-${first} to ${prefix}-${last}`,
  );
  const ends = launched.cases.flatMap(({ prefix, first, last }) => [`${prefix}-${last}`, `${prefix}-${first}`]);
  const defined = Object.keys(scenario.cases);
  return [unknownName(NOUNS.case, name, path, [...defined, ...ends], [...defined, ...ranges])];
}

/** `CASE/actionType`, a copy of it by number, or an alias. */
function checkAction(reference: string, path: Path, scenario: Scenario, launched: LaunchedNames): Fault[] {
  const [caseName = '', actionType] = reference.split('/');
  if (actionType !== undefined) {
    return [
      ...checkCase(caseName, path, scenario, launched),
      ...checkName('actionType', actionType, path, scenario.actionTypes),
    ];
  }
  if (launched.aliasNames.has(reference)) return [];
  const inCases = Object.keys(scenario.cases).map((name) => `${name}/${reference}`);
  const isActionType = Object.hasOwn(scenario.actionTypes, reference);
  const suggestion = isActionType ? inCases[0] : suggest(reference, launched.aliasNames);
  return [
    {
      path,
      what: `unknown Action ${show(reference)}`,
      found: show(reference),
      expected: 'an alias (as) or CASE/actionType',
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ];
}

/** A Case has an owner, its own or its type's; one launched from a type has no other (S5). */
function checkOwners(scenario: Scenario, launched: LaunchedNames): Fault[] {
  const ownerOfType = (name: string | undefined) => (name === undefined ? undefined : typeNamed(scenario, name)?.owner);
  const ofCases = Object.entries(scenario.cases)
    .filter(([, { owner, type }]) => owner === undefined && ownerOfType(type) === undefined)
    // Whose type is unknown may well have an owner once the name is right.
    .filter(([, { type }]) => type === undefined || typeNamed(scenario, type) !== undefined)
    .map(([name, { type }]): Fault => {
      const where = type === undefined ? 'an owner' : `an owner here or in caseTypes.${type}`;
      return { path: ['cases', name, 'owner'], what: 'missing "owner"', expected: where };
    });
  const ofLaunches = launched.cases
    .filter(({ caseType }) => typeNamed(scenario, caseType) !== undefined && ownerOfType(caseType) === undefined)
    .map(({ caseType, path }): Fault => {
      const at = [...path, 'caseType'];
      return {
        path: at,
        what: `the Case type ${show(caseType)} has no owner`,
        expected: `an owner in caseTypes.${caseType}`,
      };
    });
  return [...ofCases, ...ofLaunches];
}

function typeNamed(scenario: Scenario, name: string): Scenario['caseTypes'][string] | undefined {
  return Object.hasOwn(scenario.caseTypes, name) ? scenario.caseTypes[name] : undefined;
}

function checkDuplicates(scenario: Scenario): Fault[] {
  return [
    ...duplicates(scenario.queues, ['queues']),
    ...Object.entries(scenario.users).flatMap(([name, user]) => duplicates(user.queues, ['users', name, 'queues'])),
  ];
}

function duplicates(names: readonly string[], path: Path): Fault[] {
  const seen = new Set<string>();
  return faultsOf(names.entries(), ([index, name]) => {
    if (seen.has(name)) return [{ path: [...path, index], what: `${show(name)} stands twice in this list` }];
    seen.add(name);
    return [];
  });
}

function checkDefinedOnce(scenario: Scenario, { cases, aliases }: LaunchedNames): Fault[] {
  const firsts = new Map<string, Path>();
  const ofAliases = faultsOf(aliases, ({ alias, path, isRefusalDemanded }) => {
    const first = firsts.get(alias);
    if (first === undefined) firsts.set(alias, path);
    if (first === undefined || isRefusalDemanded) return [];
    const what = `the alias ${show(alias)} is already given in ${formatPath(first)}`;
    return [{ path, what, expected: 'another name' }];
  });
  const ofCases = cases.flatMap((launch): Fault[] => {
    const taken = Object.keys(scenario.cases).find((name) => createsCase(launch, name));
    if (taken === undefined || launch.isRefusalDemanded) return [];
    const what = `the Case ${show(taken)} is already defined in ${formatPath(['cases', taken])}`;
    return [{ path: launch.path, what, expected: 'another name (as)' }];
  });
  return [...ofAliases, ...ofCases];
}
