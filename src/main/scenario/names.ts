/** Checks that every name a scenario uses is defined, and none defined twice. */
import type { Scenario } from '../../shared/scenario.ts';
import { WORDS } from '../../shared/word-table.ts';
import { DefinedNames, type NamedKind, PART_OF } from './defined-names.ts';
import { type LaunchedNames, launchedNames, numberedName } from './launched-names.ts';
import { type Fault, faultsOf, formatPath, type Path } from './problem.ts';
import { referencesOf } from './references.ts';
import { oneOf, show } from './wording.ts';

/** How many names a message lists where none is near. */
const LISTED_NAMES = 10;

const nounOf = (kind: NamedKind) => (kind === 'case' ? 'Case' : WORDS.definition[PART_OF[kind]].noun);

/** All faults about names of a scenario that its schema took. */
export function checkNames(scenario: Scenario): Fault[] {
  const launched = launchedNames(scenario);
  const defined = new DefinedNames(scenario, launched);
  const [firstCase] = Object.keys(scenario.cases);
  return [
    ...faultsOf(referencesOf(scenario), ({ kind, name, path }) =>
      kind === 'action' ? checkAction(name, path, defined, firstCase) : checkName(kind, name, path, defined),
    ),
    ...checkOwners(scenario, launched),
    ...checkDuplicates(scenario),
    ...checkDefinedOnce(scenario, launched),
  ];
}

function checkName(kind: NamedKind, name: string, path: Path, defined: DefinedNames): Fault[] {
  if (defined.has(kind, name)) return [];
  const noun = nounOf(kind);
  const expected = listNames(noun, defined.listed(kind));
  return [
    { path, what: `unknown ${noun} ${show(name)}`, found: show(name), expected, ...meant(defined.nearest(kind, name)) },
  ];
}

function listNames(noun: string, names: readonly string[]): string {
  if (names.length === 0) return `a name that the file defines (it defines no ${noun})`;
  if (names.length <= LISTED_NAMES) return oneOf(names);
  return `one of ${names.slice(0, LISTED_NAMES).join(', ')}, … (${names.length} in all)`;
}

/** `CASE/actionType`, a copy of it by number, or an alias. */
function checkAction(reference: string, path: Path, defined: DefinedNames, firstCase: string | undefined): Fault[] {
  const [caseName = '', actionType] = reference.split('/');
  if (actionType !== undefined) {
    return [...checkName('case', caseName, path, defined), ...checkName('actionType', actionType, path, defined)];
  }
  if (defined.isAlias(reference)) return [];
  const inFirstCase = firstCase === undefined ? undefined : `${firstCase}/${reference}`;
  const suggestion = defined.has('actionType', reference) ? inFirstCase : defined.nearestAlias(reference);
  return [
    {
      path,
      what: `unknown Action ${show(reference)}`,
      found: show(reference),
      expected: 'an alias (as) or CASE/actionType',
      ...meant(suggestion),
    },
  ];
}

const meant = (suggestion: string | undefined) => (suggestion === undefined ? {} : { suggestion });

/** A Case has an owner, its own or its type's; one launched from a type has no other (S5). */
function checkOwners(scenario: Scenario, launched: LaunchedNames): Fault[] {
  const ownerOfType = (name: string | undefined) => (name === undefined ? undefined : typeNamed(scenario, name)?.owner);
  const ofCases = faultsOf(Object.entries(scenario.cases), ([name, { owner, type }]) => {
    if (owner !== undefined || ownerOfType(type) !== undefined) return [];
    // Whose type is unknown may well have an owner once the name is right.
    if (type !== undefined && typeNamed(scenario, type) === undefined) return [];
    const where = type === undefined ? 'an owner' : `an owner here or in caseTypes.${type}`;
    return [{ path: ['cases', name, 'owner'], what: 'missing "owner"', expected: where }];
  });
  const ofLaunches = faultsOf(launched.cases, ({ caseType, path }) => {
    if (typeNamed(scenario, caseType) === undefined || ownerOfType(caseType) !== undefined) return [];
    const what = `the Case type ${show(caseType)} has no owner`;
    return [{ path: [...path, 'caseType'], what, expected: `an owner in caseTypes.${caseType}` }];
  });
  return [...ofCases, ...ofLaunches];
}

function typeNamed(scenario: Scenario, name: string): Scenario['caseTypes'][string] | undefined {
  return Object.hasOwn(scenario.caseTypes, name) ? scenario.caseTypes[name] : undefined;
}

function checkDuplicates(scenario: Scenario): Fault[] {
  return [
    ...duplicates(scenario.queues, ['queues']),
    ...faultsOf(Object.entries(scenario.users), ([name, user]) => duplicates(user.queues, ['users', name, 'queues'])),
  ];
}

function duplicates(names: readonly string[], path: Path): Fault[] {
  const seen = new Set<string>();
  return faultsOf(names.entries(), ([index, name]) => {
    if (seen.has(name)) return [{ path: [...path, index], what: `${show(name)} appears twice in this list` }];
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
  const defined = definedCases(scenario);
  const ofCases = faultsOf(cases, ({ prefix, first, last, path, isRefusalDemanded }) => {
    const named = defined.get(prefix);
    if (isRefusalDemanded || named === undefined || !hasNumber(named.numbers, first, last)) return [];
    const taken = named.cases.find(({ number }) => number >= first && number <= last)?.name ?? '';
    const what = `the Case ${show(taken)} is already defined in ${formatPath(['cases', taken])}`;
    return [{ path, what, expected: 'another name (as)' }];
  });
  return [...ofAliases, ...ofCases];
}

/** The Cases under `cases` with a name that a launch could give. */
interface DefinedCases {
  /** In the order of the file. */
  readonly cases: readonly { readonly name: string; readonly number: number }[];
  /** Theirs, from the lowest. */
  readonly numbers: Float64Array;
}

function definedCases(scenario: Scenario): Map<string, DefinedCases> {
  const named = Object.keys(scenario.cases).flatMap((name) => {
    const numbered = numberedName(name);
    return numbered === null ? [] : [{ name, ...numbered }];
  });
  const byPrefix = Map.groupBy(named, ({ prefix }) => prefix);
  return new Map(
    [...byPrefix].map(([prefix, cases]) => {
      return [prefix, { cases, numbers: Float64Array.from(cases, ({ number }) => number).sort() }];
    }),
  );
}

/** True if one of the sorted numbers is between the two. */
function hasNumber(numbers: Float64Array, first: number, last: number): boolean {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  return low < numbers.length && (numbers[low] ?? 0) <= last;
}
