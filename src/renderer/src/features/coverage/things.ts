/** What can be exercised, as the lists show it: each thing with its words, and by what it was. */
import { TRANSITIONS } from '../../../../engine/action/lifecycle.ts';
import type { CoverageReport } from '../../../../shared/coverage.ts';
import type { Transition } from '../../../../shared/transition.ts';
import { RULE_CHAPTERS } from '../../../../views/why/rules.ts';
import { settingWords } from './setting-words.ts';

export interface Thing {
  readonly id: string;
  /** The words of it that are searched. */
  readonly text: string;
  readonly isCovered: boolean;
  /** Names of files, or references of Actions and Cases. */
  readonly by: readonly string[];
}

export interface RowThing extends Thing {
  readonly from: string;
  readonly to: string;
  readonly event: string;
  readonly guard: string | null;
  /** What one sees of it: a status, and what else happens. */
  readonly happens: string;
}

export interface NamedThing extends Thing {
  readonly name: string;
  /** What it says; empty where the name says it. */
  readonly sentence: string;
}

const said = (text: string) => text.toLowerCase();

/** The rows of the state table, in its order. */
export function rowThings({ rows }: Pick<CoverageReport, 'rows'>): RowThing[] {
  return rows.map(({ id, from, to, event, guard, covered, by }, index) => {
    const happens = happening(TRANSITIONS[index] as Transition);
    return { id, from, to, event, guard, happens, isCovered: covered, by, text: said(`${id} ${to} ${happens}`) };
  });
}

function happening({ status, reason, resolutionMethod, effects }: Transition): string {
  const shown = [status, resolutionMethod].filter((word) => word !== undefined).join(', ');
  const whole = shown === '' ? '' : `${shown} (${reason})`;
  return [whole, ...effects].filter((word) => word !== '').join('; ');
}

export const endingThings = ({ endings }: Pick<CoverageReport, 'endings'>): NamedThing[] =>
  endings.map(({ ending, covered, by }) => named(ending, ending, '', covered, by));

const RULE_SENTENCES = new Map<string, string>(
  RULE_CHAPTERS.flatMap(({ rules }) => rules.map(({ rule, sentence }) => [rule, sentence] as const)),
);

export const ruleThings = ({ rules }: Pick<CoverageReport, 'rules'>): NamedThing[] =>
  rules.map(({ rule, covered, by }) => named(rule, rule, RULE_SENTENCES.get(rule) ?? '', covered, by));

/** None where the report is of a workspace: what was set in it is no scenario's. */
export const settingThings = ({ settings = [] }: Partial<Pick<CoverageReport, 'settings'>>): NamedThing[] =>
  settings.map(({ setting, covered, by }) => {
    const { of, label } = settingWords(setting);
    return named(setting, label, of, covered, by);
  });

const named = (id: string, name: string, sentence: string, isCovered: boolean, by: readonly string[]): NamedThing => ({
  id,
  name,
  sentence,
  isCovered,
  by,
  text: said(`${name} ${sentence}`),
});
