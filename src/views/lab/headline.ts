/** What a study comes to, in two sentences; before them, where it is so, that it cannot tell what one would take it for. */

import type { Outage } from '../../shared/api-behaviour.ts';
import { counted } from '../../shared/counted.ts';
import { resolveInstant } from '../../shared/instant.ts';
import type { Change, Estimate, Run, VariantResult } from '../../shared/lab.ts';
import type { Instant } from '../../shared/model.ts';
import { isChosen } from '../../shared/variable-settings.ts';
import { measureText } from '../words/figure-text.ts';
import { lowerFirst, upperFirst } from '../words/figures.ts';
import { exactDuration, instantInWords } from '../words/time-words.ts';
import { AS_CONFIGURED, variantName } from './change-words.ts';
import { launchSpan } from './launch-span.ts';
import { type Configured, isPresent } from './present.ts';

export interface Headlined extends Pick<Run, 'axes' | 'playedCount' | 'windowMs'> {
  readonly variants: readonly Pick<VariantResult, 'name' | 'changes' | 'measures' | 'metOutage'>[];
  /** What was configured when it was played. */
  readonly configured: Configured;
  readonly startAt: Instant;
}
type Headlinable = Headlined['variants'][number];

/** Empty before the first trials are in. */
export function headlineOf(study: Headlined): string[] {
  if (study.variants.length === 0) return [];
  return [...withoutOutage(study), ...answer(study)];
}

/** Where there are outages and no launch met one, what follows says nothing of them. */
function withoutOutage({ variants, playedCount, windowMs, configured, startAt, axes }: Headlined): string[] {
  const met = variants.flatMap(({ metOutage }) => metOutage ?? []);
  if (met.length === 0 || met.some((share) => share > 0)) return [];
  const { outages = [] } = configured.externalApi;
  const span = launchSpan(
    outages,
    startAt,
    axes.map(({ path }) => path),
  );
  const how = windowMs === 0 ? 'all were launched at the start' : `they were spread over ${exactDuration(windowMs)}`;
  const advice = windowMs < span ? ` Spread them over ${exactDuration(span)} to see what outages do.` : '';
  return [`None of the ${counted(playedCount, 'launch', 'launches')} met an outage: ${how}.${advice}`];
}

/** What an answer speaks of: escalations, or where no variant has any, successes. */
interface Spoken {
  readonly costOf: (variant: Headlinable) => number;
  readonly estimateOf: (variant: Headlinable) => Estimate | undefined;
  /** `35 of 1,000 are escalated`. */
  readonly text: (variant: Headlinable) => string;
}

function spokenOf({ variants, playedCount }: Headlined): Spoken {
  const measured = (name: string) => (variant: Headlinable) => variant.measures[name];
  const escalated = measured('escalatedPer1000');
  if (variants.some((variant) => (escalated(variant)?.value ?? 0) > 0)) {
    return {
      costOf: (variant) => escalated(variant)?.value ?? 0,
      estimateOf: escalated,
      text: (variant) => ofThousand(escalated(variant)?.value ?? 0, playedCount, 'escalated'),
    };
  }
  const done = measured('doneSuccessfully');
  return {
    costOf: (variant) => -(done(variant)?.value ?? 0),
    estimateOf: done,
    text: (variant) => ofThousand((done(variant)?.value ?? 0) * 1_000, playedCount, 'Done Successfully'),
  };
}

/** `35 of 1,000 launches are escalated`; what is nothing, or everything, is said of all that were played. */
function ofThousand(per1000: number, playedCount: number, what: string): string {
  const played = playedCount.toLocaleString('en');
  if (per1000 === 0) return `none of ${played} launches is ${what}`;
  if (per1000 === 1_000) return `all ${played} launches are ${what}`;
  const digits = per1000 >= 10 ? 0 : per1000 >= 0.1 ? 1 : 3;
  const figure = per1000.toLocaleString('en', { maximumFractionDigits: digits });
  return `${figure} of 1,000 launches are ${what}`;
}

function answer(study: Headlined): string[] {
  const { variants, axes } = study;
  const spoken = spokenOf(study);
  const [first] = variants;
  if (first === undefined) return [];
  if (variants.length === 1) return [`${upperFirst(first.name)}, ${spoken.text(first)}.`, ...timeSentence(first)];
  if (new Set(variants.map(essence)).size === 1) {
    const all = variants.length === 2 ? 'Both variants' : `All ${variants.length} variants`;
    return [`${all} have exactly the same results.`, `With each of them, ${spoken.text(first)}.`];
  }
  const isTaken = axes.length > 0 && axes.every(({ path }) => !isChosen(path));
  if (isTaken) return endured(study, spoken);
  const isMixed = axes.some(({ path }) => !isChosen(path));
  return isMixed ? inTheWorstCase(study, spoken) : best(study, spoken);
}

const essence = ({ measures }: Headlinable) => JSON.stringify(measures);

function timeSentence({ measures }: Headlinable): string[] {
  const [half, most] = [measures['timeToSuccess.p50']?.value ?? null, measures['timeToSuccess.p95']?.value ?? null];
  if (half === null) return ['Fewer than half of the launches succeed.'];
  const inMost = most === null ? 'fewer than 95 % ever do' : `95 % within ${minutes(most)}`;
  return [`Half of the launches succeed within ${minutes(half)}, and ${inMost}.`];
}

const minutes = (ms: number) => measureText('duration', ms);

/** The variant that no other clearly beats at the least cost, then how what is configured now, or the worst, does. */
function best({ variants, configured, startAt }: Headlined, { costOf, estimateOf, text }: Spoken): string[] {
  const ordered = variants.toSorted((one, other) => costOf(one) - costOf(other));
  const least = ordered[0] as Headlinable;
  const isAsGood = (variant: Headlinable) => overlap(estimateOf(variant), estimateOf(least));
  const calls = ({ measures }: Headlinable) => measures.callsPerLaunch?.value ?? 0;
  const found = variants.filter(isAsGood).toSorted((one, other) => calls(one) - calls(other))[0] ?? least;
  const present = variants.find(({ changes }) => isPresent(changes, configured));
  const worst = ordered.at(-1) as Headlinable;
  const through = throughOutage(found, configured.externalApi.outages ?? [], startAt);
  if (costOf(found) !== 0 && variants.every(isAsGood)) {
    return ['No variant is clearly better than another.', `${withName(found)}, ${text(found)}.`];
  }
  const isNow = found === present && found.name !== AS_CONFIGURED ? ', as configured when it ran,' : '';
  const claim = costOf(found) === 0 ? through : 'does best';
  const first = `${upperFirst(found.name)}${isNow} ${claim}: ${text(found)}.`;
  const other = present === undefined || isAsGood(present) ? worst : present;
  if (other === found || isAsGood(other)) return [first, 'No other variant is clearly worse.'];
  const now = other === present && other.name !== AS_CONFIGURED ? ', as configured when it ran' : '';
  return [first, `${withName(other)}${now}, ${text(other)}.`];
}

const withName = ({ name }: Headlinable) => (name === AS_CONFIGURED ? upperFirst(name) : `With ${lowerFirst(name)}`);

const overlap = (one: Estimate | undefined, other: Estimate | undefined) =>
  (one?.low ?? 0) <= (other?.high ?? 0) && (other?.low ?? 0) <= (one?.high ?? 0);

/** `survives the outage of 20 min at 10:00`, where lives met it; nobody is escalated. */
function throughOutage({ metOutage }: Headlinable, outages: readonly Outage[], startAt: Instant): string {
  const [outage] = outages;
  if (outage === undefined || metOutage === null || metOutage === 0) return 'does best';
  if (outages.length > 1) return 'survives the outages';
  const at = instantInWords(resolveInstant(outage.from, startAt), startAt).replace(/(?<=:\d\d):00$/, '');
  return `survives the outage of ${exactDuration(outage.for)} at ${at}`;
}

/** Over what nobody chooses, such as the length of an outage: how much is endured, and what comes of more. */
function endured({ variants }: Headlined, { costOf, text }: Spoken): string[] {
  const lowest = Math.min(...variants.map(costOf));
  const broken = variants.findIndex((variant) => costOf(variant) > lowest);
  const last = variants[broken - 1];
  const next = variants[broken];
  if (last === undefined || next === undefined) {
    const worst = variants.reduce((one, other) => (costOf(other) > costOf(one) ? other : one));
    const mildest = variants.reduce((one, other) => (costOf(other) < costOf(one) ? other : one));
    return [`With ${lowerFirst(mildest.name)}, ${text(mildest)}.`, `With ${lowerFirst(worst.name)}, ${text(worst)}.`];
  }
  return [`Up to ${lowerFirst(last.name)}, ${text(last)}.`, `With ${lowerFirst(next.name)}, ${text(next)}.`];
}

/** What is chosen, judged by the worst of what is not. */
function inTheWorstCase({ variants }: Headlined, { costOf, text }: Spoken): string[] {
  const chosenOf = ({ changes }: Headlinable): readonly Change[] => changes.filter(({ path }) => isChosen(path));
  const groups = Map.groupBy(variants, (variant) => variantName(chosenOf(variant)));
  const worstOf = (group: readonly Headlinable[]) =>
    group.reduce((one, other) => (costOf(other) > costOf(one) ? other : one));
  const judged = [...groups].map(([name, group]) => ({ name, worst: worstOf(group) }));
  const ordered = judged.toSorted((one, other) => costOf(one.worst) - costOf(other.worst));
  const sentence = ({ name, worst }: (typeof judged)[number], does: string) => {
    const taken = variantName(worst.changes.filter(({ path }) => !isChosen(path)));
    return `${upperFirst(name)} is ${does}: in its worst case (${lowerFirst(taken)}), ${text(worst)}.`;
  };
  const [found, last] = [ordered[0], ordered.at(-1)];
  if (found === undefined || last === undefined || found === last)
    return found === undefined ? [] : [sentence(found, 'the one tried')];
  return [sentence(found, 'safest'), sentence(last, 'least safe')];
}
