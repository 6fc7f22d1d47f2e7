/** The names that steps define: Cases of a Case type by number, and aliases of ad-hoc Actions. */
import type { Scenario } from '../../shared/scenario.ts';
import type { Path } from './problem.ts';

/** `launch: { caseType, count, as }`: the Cases `prefix-first` … `prefix-last`. */
interface LaunchedCases {
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
  readonly caseType: string;
  readonly path: Path;
  /** True where the step demands to be refused, so that it defines nothing a second time. */
  readonly isRefusalDemanded: boolean;
}

/** `launch: { case, actionType, as }`. */
interface LaunchedAlias {
  readonly alias: string;
  readonly path: Path;
  readonly isRefusalDemanded: boolean;
}

/** Everything the launch steps of a scenario define, in their order. */
export interface LaunchedNames {
  readonly cases: readonly LaunchedCases[];
  readonly aliases: readonly LaunchedAlias[];
  /** The names of the aliases. */
  readonly aliasNames: ReadonlySet<string>;
  /** Every prefix of such Cases with the number up to which they are counted, from 1. */
  readonly caseCounts: ReadonlyMap<string, number>;
}

/**
 * Reads the launch steps. `as` left out, Cases take the name of their type; one Case where no count is given. A second launch
 * under the same name continues counting where the first ended.
 */
export function launchedNames(scenario: Scenario): LaunchedNames {
  const cases: LaunchedCases[] = [];
  const aliases: LaunchedAlias[] = [];
  const lastNumbers = new Map<string, number>();
  const caseCounts = new Map<string, number>();
  for (const [index, step] of scenario.steps.entries()) {
    if (!('launch' in step)) continue;
    const path = ['steps', index, 'launch'];
    const isRefusalDemanded = step.refused === true;
    const { launch } = step;
    if ('caseType' in launch) {
      const { caseType, count = 1, as: prefix = caseType } = launch;
      const lastBefore = lastNumbers.get(prefix) ?? 0;
      const last = lastBefore + count;
      if (!isRefusalDemanded) lastNumbers.set(prefix, last);
      caseCounts.set(prefix, Math.max(last, caseCounts.get(prefix) ?? 0));
      cases.push({ prefix, first: lastBefore + 1, last, caseType, path, isRefusalDemanded });
    } else if ('actionType' in launch && launch.as !== undefined) {
      aliases.push({ alias: launch.as, path: [...path, 'as'], isRefusalDemanded });
    }
  }
  return { cases, aliases, aliasNames: new Set(aliases.map(({ alias }) => alias)), caseCounts };
}

/** A name that the Cases of a launch could have, taken apart. */
export interface NumberedName {
  readonly prefix: string;
  readonly number: number;
}

/** `inv-2` is the second of `inv`; `null` for a name that no launch gives. */
export function numberedName(name: string): NumberedName | null {
  const [, prefix, digits] = /^(.+)-([1-9]\d*)$/s.exec(name) ?? [];
  return prefix === undefined || digits === undefined ? null : { prefix, number: Number(digits) };
}

/** True where some launch creates a Case of this name. */
export function isLaunchedCase({ caseCounts }: LaunchedNames, name: string): boolean {
  const numbered = numberedName(name);
  return numbered !== null && numbered.number <= (caseCounts.get(numbered.prefix) ?? 0);
}
