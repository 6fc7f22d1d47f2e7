/** Every setting that a scenario's definitions give, moved, one at a time. */
import { z } from 'zod';
import { definitions } from '../../shared/definitions.ts';
import { formatDuration, parseDuration, SECOND_MS } from '../../shared/duration.ts';
import { type Scenario, scenario as scenarioSchema } from '../../shared/scenario.ts';
import { CONNECTION_FAILURES, RESPONSE_CLOCKS } from '../../shared/words.ts';
import { decodeScenario } from '../scenario/decode.ts';
import { PART_OF } from '../scenario/defined-names.ts';
import { withoutDefaults } from '../scenario/recorded-text.ts';
import { type ReferenceKind, referencesOf } from '../scenario/references.ts';

export interface SettingMutant {
  /** `settings.retry.max: 5 → 6`. */
  readonly what: string;
  /** Where it stands in the definitions: `settings.retry.max`. */
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
  /** True of a title or an address: a text by which nothing is decided. */
  readonly isPassedOn: boolean;
  /** The whole scenario with it. */
  readonly scenario: Scenario;
}

type Path = readonly (string | number)[];

/**
 * What each setting may be moved to, the first choice first; settings in the order in which files write them. What is not given, or given
 * as it is anyway, has no mutant.
 */
export function settingMutants(scenario: Scenario): Iterable<SettingMutant>[] {
  const bare = { ...scenario, steps: [] };
  const written = JSON.parse(JSON.stringify(withoutDefaults(z.encode(scenarioSchema, bare)))) as Record<
    string,
    unknown
  >;
  const named = new Map([...referencesOf(bare)].map(({ kind, path }) => [path.join('.'), kind]));
  // A queue is nothing but its name, which is what it is referred to by.
  const sections = Object.keys(definitions.shape).filter((section) => section !== 'queues' && section in written);
  return sections.flatMap((section) =>
    leavesOf(written[section], [section]).map(function* ({ path, value }): Generator<SettingMutant> {
      const kind = named.get(path.join('.'));
      for (const to of kind === undefined ? movedValues(value, path) : otherNames(bare, kind, String(value))) {
        const decoded = decodeScenario(withValue(written, path, to) as Record<string, unknown>);
        if (decoded === null) continue;
        const what = `${path.join('.')}: ${JSON.stringify(value)} → ${JSON.stringify(to)}`;
        const mutated = { ...decoded, steps: scenario.steps };
        yield { what, path: path.join('.'), from: value, to, isPassedOn: isPassedOn(path), scenario: mutated };
      }
    }),
  );
}

/** Wherever the definitions of a workspace hold one, and nowhere in data, where a key may have the same name. */
function isPassedOn([section, , ...inside]: Path): boolean {
  const key = inside.join('.');
  return (section === 'actionTypes' && key === 'title') || (section === 'externalApis' && key === 'url');
}

function leavesOf(value: unknown, path: Path): { path: Path; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [{ path, value }];
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  return [...entries].flatMap(([key, each]) => leavesOf(each, [...path, key as string | number]));
}

function withValue(holder: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(holder)) return holder.map((each, index) => (index === key ? withValue(each, rest, value) : each));
  const fields = holder as Record<string, unknown>;
  return { ...fields, [key]: withValue(fields[key as string], rest, value) };
}

/** Of words that exclude each other the next. */
const WORDS = [['success', 'unsuccessful'], CONNECTION_FAILURES, RESPONSE_CLOCKS] as const;

/** What a value may be moved to, allowed or not. */
function movedValues(value: unknown, path: Path): unknown[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return Number.isInteger(value) ? [value + 1, value - 1] : [value / 2];
  const text = String(value);
  if (text === 'accept' || path.at(-1) === 'accept') return [{ fail: 'refused' }];
  const words = WORDS.find((each) => (each as readonly string[]).includes(text)) as readonly string[] | undefined;
  if (words !== undefined) return [words[(words.indexOf(text) + 1) % words.length]];
  const sign = text.startsWith('+') ? '+' : '';
  const durationMs = parseDuration(text.slice(sign.length));
  if (durationMs === null) return [path.at(-1) === 'url' ? `${text}/changed` : `${text} (changed)`];
  const inSeconds = (ms: number) => `${sign}${formatDuration(Math.ceil(ms / SECOND_MS) * SECOND_MS || SECOND_MS)}`;
  return [inSeconds(durationMs * 1.5), inSeconds(durationMs / 2)].filter((moved) => moved !== text);
}

/** Others of its kind. */
function otherNames(scenario: Scenario, kind: ReferenceKind, name: string): string[] {
  if (kind === 'action') return [];
  const all = kind === 'queue' ? scenario.queues : Object.keys(scenario[PART_OF[kind]]);
  return all.filter((each) => each !== name);
}
