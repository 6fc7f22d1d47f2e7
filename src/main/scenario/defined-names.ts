/** What the names of a scenario can stand for. Each list is made once, however many faults name it. */
import type { Section } from '../../shared/edits.ts';
import type { Scenario } from '../../shared/scenario.ts';
import { isLaunchedCase, type LaunchedNames } from './launched-names.ts';
import type { ReferenceKind } from './references.ts';
import { suggest } from './suggest.ts';

/** What a name alone stands for: an Action's is that of its Case and of its type, or an alias. */
export type NamedKind = Exclude<ReferenceKind, 'action'>;

/** How many names the misspelled ones of a file are compared with in all: about a second's worth. */
const MAX_COMPARED = 1_000_000;

export class DefinedNames {
  readonly #scenario: Scenario;
  readonly #launched: LaunchedNames;
  readonly #queues: ReadonlySet<string>;
  readonly #listed = new Map<NamedKind, readonly string[]>();
  #aliases: readonly string[] | undefined;
  #candidateCases: readonly string[] | undefined;
  #compared = 0;

  constructor(scenario: Scenario, launched: LaunchedNames) {
    this.#scenario = scenario;
    this.#launched = launched;
    this.#queues = new Set(scenario.queues);
  }

  has(kind: NamedKind, name: string): boolean {
    if (kind === 'queue') return this.#queues.has(name);
    return (
      Object.hasOwn(this.#scenario[PART_OF[kind]], name) || (kind === 'case' && isLaunchedCase(this.#launched, name))
    );
  }

  isAlias(name: string): boolean {
    return this.#launched.aliasNames.has(name);
  }

  /** The names as messages list them; those of launched Cases as ranges. */
  listed(kind: NamedKind): readonly string[] {
    const known = this.#listed.get(kind);
    if (known !== undefined) return known;
    const own = kind === 'queue' ? [...this.#queues] : Object.keys(this.#scenario[PART_OF[kind]]);
    const listed = kind === 'case' ? [...own, ...this.#launched.cases.map(rangeOf)] : own;
    this.#listed.set(kind, listed);
    return listed;
  }

  /** The name that a misspelled one most likely means; in a file of many names not looked for without end. */
  nearest(kind: NamedKind, name: string): string | undefined {
    if (kind !== 'case') return this.#nearestOf(name, this.listed(kind));
    const ends = () =>
      this.#launched.cases.flatMap(({ prefix, first, last }) => [`${prefix}-${last}`, `${prefix}-${first}`]);
    this.#candidateCases ??= [...Object.keys(this.#scenario.cases), ...ends()];
    return this.#nearestOf(name, this.#candidateCases);
  }

  nearestAlias(name: string): string | undefined {
    this.#aliases ??= [...this.#launched.aliasNames];
    return this.#nearestOf(name, this.#aliases);
  }

  #nearestOf(name: string, candidates: readonly string[]): string | undefined {
    if (this.#compared > MAX_COMPARED) return undefined;
    this.#compared += candidates.length;
    return suggest(name, candidates);
  }
}

/** The part of a file that defines the names of a kind. */
export const PART_OF = {
  queue: 'queues',
  user: 'users',
  externalApi: 'externalApis',
  actionType: 'actionTypes',
  caseType: 'caseTypes',
  case: 'cases',
} as const satisfies Readonly<Record<NamedKind, Section | 'cases'>>;

function rangeOf({ prefix, first, last }: LaunchedNames['cases'][number]): string {
  return first === last ? `${prefix}-${first}` : `${prefix}-${first} to ${prefix}-${last}`;
}
