/** Every place of a scenario where something defined elsewhere is named. */

import { isComparison } from '../../shared/comparison.ts';
import type { ActionTypeChange, Allocation, CaseType } from '../../shared/definitions.ts';
import type { Expectation } from '../../shared/expectation.ts';
import { type Scenario, type Step, waitOf } from '../../shared/scenario.ts';
import type { Path } from './problem.ts';

/** What a name can stand for. An `action` is an alias or `CASE/actionType`. */
export type ReferenceKind = 'queue' | 'user' | 'externalApi' | 'actionType' | 'caseType' | 'case' | 'action';

/** One use of a name. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly name: string;
  readonly path: Path;
}

/** Names that may be absent: a key left out, or `null` for "nothing there"; a comparison may name several. */
type Names = Readonly<Record<string, unknown>>;

/** All uses of names, in the order of the format; one at a time, since nobody wants all of a long file. */
export function* referencesOf(scenario: Scenario): Generator<Reference> {
  for (const [name, user] of Object.entries(scenario.users))
    yield* list('queue', user.queues, ['users', name, 'queues']);
  for (const [name, type] of Object.entries(scenario.actionTypes)) {
    const path = ['actionTypes', name];
    yield* one('externalApi', type, ['externalApi'], path);
    yield* ofAllocation(type.allocation, path);
  }
  for (const [name, type] of Object.entries(scenario.caseTypes)) yield* ofCaseType(type, ['caseTypes', name]);
  for (const [name, definition] of Object.entries(scenario.cases)) {
    const path = ['cases', name];
    yield* one('caseType', definition, ['type'], path);
    yield* ofCaseType(definition, path);
  }
  for (const [index, step] of scenario.steps.entries()) yield* ofStep(step, ['steps', index]);
}

function one(kind: ReferenceKind, holder: object, keys: readonly string[], path: Path): Reference[] {
  return keys.flatMap((key) => {
    const name = (holder as Names)[key];
    if (isComparison(name)) return ofComparison(kind, name, [...path, key]);
    return typeof name === 'string' ? [{ kind, name, path: [...path, key] }] : [];
  });
}

/** `not: v` and `oneOf: [v, w]` name what they compare with; a regular expression names nothing. */
function ofComparison(kind: ReferenceKind, comparison: object, path: Path): Reference[] {
  if ('oneOf' in comparison) return list(kind, (comparison.oneOf as unknown[]).filter(isText), [...path, 'oneOf']);
  return 'not' in comparison ? one(kind, comparison, ['not'], path) : [];
}
const isText = (value: unknown): value is string => typeof value === 'string';

/** A list of names; what counts them in its place names none. */
function list(kind: ReferenceKind, names: unknown, path: Path): Reference[] {
  if (!Array.isArray(names)) return [];
  return (names as readonly string[]).map((name, index) => ({ kind, name, path: [...path, index] }));
}

function ofAllocation(allocation: Allocation | null | undefined, path: Path): Reference[] {
  if (!allocation) return [];
  const at = [...path, 'allocation'];
  return [...one('queue', allocation, ['queue'], at), ...one('user', allocation, ['user', 'secondaryUser'], at)];
}

function ofCaseType(type: CaseType, path: Path): Reference[] {
  const process = (type.process ?? []).flatMap((member, index) => {
    const at = [...path, 'process', index];
    return typeof member === 'string'
      ? [{ kind: 'actionType' as const, name: member, path: at }]
      : list('actionType', member, at);
  });
  return [...one('user', type, ['owner'], path), ...process];
}

function ofStep(step: Step, path: Path): Reference[] {
  if ('launch' in step) return ofLaunch(step.launch, [...path, 'launch']);
  if ('set' in step) return ofSet(step.set, [...path, 'set']);
  if ('show' in step) return ofShown(step.show, [...path, 'show']);
  if ('case' in step) return one('case', step.case, ['case'], [...path, 'case']);
  if ('advance' in step) return ofAdvance(step.advance, [...path, 'advance']);
  if ('expect' in step) return ofExpectation(step.expect, [...path, 'expect']);
  // The rest acts on an Action, by a user, or names nothing.
  return Object.entries(step as Readonly<Record<string, unknown>>).flatMap(([verb, argument]) => {
    if (typeof argument !== 'object' || argument === null) return [];
    const at = [...path, verb];
    return [...one('action', argument, ['action'], at), ...one('user', argument, ['by'], at)];
  });
}

function ofShown(shown: Extract<Step, { show: unknown }>['show'], path: Path): Reference[] {
  const kinds = (['action', 'case', 'queue', 'externalApi'] as const).flatMap((kind) => one(kind, shown, [kind], path));
  return [...kinds, ...one('user', shown, ['inbox'], path)];
}

function ofAdvance(advance: Extract<Step, { advance: unknown }>['advance'], path: Path): Reference[] {
  const wait = waitOf(advance);
  return wait === null ? [] : ofExpectation(wait.until, [...path, 'until']);
}

function ofLaunch(launch: Extract<Step, { launch: unknown }>['launch'], path: Path): Reference[] {
  return (['case', 'caseType', 'actionType'] as const).flatMap((kind) => one(kind, launch, [kind], path));
}

function ofSet(set: Extract<Step, { set: unknown }>['set'], path: Path): Reference[] {
  if ('actionType' in set) {
    const change: ActionTypeChange = set;
    return [
      ...one('actionType', set, ['actionType'], path),
      ...one('externalApi', change, ['externalApi'], path),
      ...ofAllocation(change.allocation, path),
    ];
  }
  if ('externalApi' in set) return one('externalApi', set, ['externalApi'], path);
  if ('user' in set) return [...one('user', set, ['user'], path), ...list('queue', set.queues, [...path, 'queues'])];
  return [];
}

function ofExpectation(expected: Expectation, path: Path): Reference[] {
  if ('action' in expected) {
    return [
      ...one('action', expected, ['action'], path),
      ...one('user', expected, ['assignee', 'owner'], path),
      ...one('queue', expected, ['queue'], path),
    ];
  }
  if ('case' in expected) {
    return [...one('case', expected, ['case'], path), ...one('action', expected, ['problemAction'], path)];
  }
  if ('notifications' in expected) {
    const last = expected.last ?? {};
    const at = [...path, 'last'];
    return [
      ...one('user', expected, ['notifications'], path),
      ...one('case', last, ['case'], at),
      ...one('action', last, ['action'], at),
    ];
  }
  if ('inbox' in expected) {
    return [
      ...one('user', expected, ['inbox'], path),
      ...list('case', expected.cases, [...path, 'cases']),
      ...list('action', expected.actions, [...path, 'actions']),
    ];
  }
  if ('queue' in expected) {
    return [...one('queue', expected, ['queue'], path), ...list('action', expected.actions, [...path, 'actions'])];
  }
  if ('externalApi' in expected) {
    const requests = expected.requests ?? [];
    return [
      ...one('externalApi', expected, ['externalApi'], path),
      ...requests.flatMap((request, index) => one('action', request, ['action'], [...path, 'requests', index])),
    ];
  }
  if ('actions' in expected) {
    const at = [...path, 'actions'];
    return [
      ...(['case', 'caseType', 'actionType', 'queue'] as const).flatMap((kind) =>
        one(kind, expected.actions, [kind], at),
      ),
      ...one('user', expected.actions, ['assignee', 'owner'], at),
    ];
  }
  if (!('cases' in expected)) return [];
  const at = [...path, 'cases'];
  return [
    ...one('caseType', expected.cases, ['caseType'], at),
    ...one('user', expected.cases, ['owner'], at),
    ...one('action', expected.cases, ['problemAction'], at),
  ];
}
