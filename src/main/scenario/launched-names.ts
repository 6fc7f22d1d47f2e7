/** The names that steps define: Cases of a Case type by number, and aliases of ad-hoc Actions. */
import type { Scenario } from '../../shared/scenario.ts';
import type { Path } from './problem.ts';

/** `launch: { caseType, count, as }`: the Cases `prefix-first` … `prefix-last`. */
export interface LaunchedCases {
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
}

/**
 * Reads the launch steps. `as` left out, Cases take the name of their type; one Case where no count is given. A second launch
 * under the same name goes on counting where the first ended.
 */
export function launchedNames(scenario: Scenario): LaunchedNames {
  const cases: LaunchedCases[] = [];
  const aliases: LaunchedAlias[] = [];
  const lastNumbers = new Map<string, number>();
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
      cases.push({ prefix, first: lastBefore + 1, last, caseType, path, isRefusalDemanded });
    } else if ('actionType' in launch && launch.as !== undefined) {
      aliases.push({ alias: launch.as, path: [...path, 'as'], isRefusalDemanded });
    }
  }
  return { cases, aliases, aliasNames: new Set(aliases.map(({ alias }) => alias)) };
}

/** True where the launch creates a Case of this name. */
export function createsCase({ prefix, first, last }: LaunchedCases, name: string): boolean {
  if (!name.startsWith(`${prefix}-`)) return false;
  const number = name.slice(prefix.length + 1);
  return /^[1-9]\d*$/.test(number) && Number(number) >= first && Number(number) <= last;
}
