/** What a study comes to, in two sentences; before them, where it is so, that it cannot tell what one would take it for. */

import type { Outage } from '../../shared/api-behaviour.ts';
import { counted, countText } from '../../shared/counted.ts';
import { resolveInstant } from '../../shared/instant.ts';
import type { Estimate, Run, VariantResult, Wish } from '../../shared/lab.ts';
import type { Instant } from '../../shared/model.ts';
import { measureText } from '../words/figure-text.ts';
import { lowerFirst, upperFirst } from '../words/figures.ts';
import { briefInstant, exactDuration } from '../words/time-words.ts';
import { type Best, bestOf, speaking } from './best.ts';
import { AS_CONFIGURED, variantName } from './change-words.ts';
import { launchSpan } from './launch-span.ts';
import { isPresent } from './present.ts';
import { candidatesFor, hasGoal } from './recommend.ts';

/** A study with what was configured when it was played. */
export interface Headlined
  extends Pick<Run, 'axes' | 'playedCount' | 'windowMs' | 'launchHours' | 'startAt' | 'configured'> {
  readonly variants: readonly Pick<VariantResult, 'name' | 'changes' | 'measures' | 'metOutage'>[];
}
type Headlinable = Headlined['variants'][number];

/** What a study comes to for who wishes this. Empty before the first trials are in. */
export function headlineOf(study: Headlined, wish: Wish): string[] {
  if (study.variants.length === 0) return [];
  return [...withoutOutage(study), ...answer(study, wish)];
}

/** Where there are outages and no launch met one, what follows says nothing of them. */
function withoutOutage(study: Headlined): string[] {
  const { variants, playedCount, windowMs, launchHours, configured, startAt, axes } = study;
  const met = variants.flatMap(({ metOutage }) => metOutage ?? []);
  if (met.length === 0 || met.some((share) => share > 0)) return [];
  const { outages = [] } = configured.externalApi;
  const paths = axes.map(({ path }) => path);
  const span = launchSpan(outages, startAt, paths);
  const hours = launchHours === 'working' ? ' in working hours' : '';
  const how =
    windowMs === 0 ? 'all were launched at the start' : `they were spread over ${exactDuration(windowMs)}${hours}`;
  const isShort = windowMs < span;
  const advice = isShort
    ? ` Spread them over ${exactDuration(span)} to see what outages do.`
    : hours === ''
      ? ''
      : ' Launch at any hour to see what outages do.';
  return [`None of the ${counted(playedCount, 'launch', 'launches')} met an outage: ${how}.${advice}`];
}

/** How a study speaks of its variants. */
interface Spoken {
  readonly costOf: (variant: Headlinable) => number;
  readonly estimateOf: (variant: Headlinable) => Estimate | undefined;
  /** `35 of 1,000 launches are escalated`. */
  readonly text: (variant: Headlinable) => string;
}

function spokenOf({ variants, playedCount }: Headlined): Spoken {
  const { what, per1000, ...rest } = speaking(variants);
  return { ...rest, text: (variant) => ofThousand(per1000(variant), playedCount, what) };
}

/** `35 of 1,000 launches are escalated`; what is nothing, or everything, is said of all that were played. */
function ofThousand(per1000: number, playedCount: number, what: string): string {
  const played = countText(playedCount);
  if (per1000 === 0) return `none of ${played} launches is ${what}`;
  if (per1000 === 1_000) return `all ${played} launches are ${what}`;
  const digits = per1000 >= 10 ? 0 : per1000 >= 0.1 ? 1 : 3;
  const figure = per1000.toLocaleString('en', { maximumFractionDigits: digits });
  return `${figure} of 1,000 launches are ${what}`;
}

function answer(study: Headlined, wish: Wish): string[] {
  const { variants } = study;
  const spoken = spokenOf(study);
  const [first] = variants;
  if (first === undefined) return [];
  if (variants.length === 1) return [`${upperFirst(first.name)}, ${spoken.text(first)}.`, ...timeSentence(first)];
  if (new Set(variants.map(essence)).size === 1) {
    const all = variants.length === 2 ? 'Both variants' : `All ${variants.length} variants`;
    return [`${all} have exactly the same results.`, `With each of them, ${spoken.text(first)}.`];
  }
  const best = bestOf(study, wish);
  return best === null ? endured(study, spoken) : bestInWords(study, wish, best, spoken);
}

const essence = ({ measures }: Headlinable) => JSON.stringify(measures);

function timeSentence({ measures }: Headlinable): string[] {
  const [half, most] = [measures['timeToSuccess.p50']?.value ?? null, measures['timeToSuccess.p95']?.value ?? null];
  if (half === null) return ['Fewer than half of the launches succeed.'];
  if (most !== null && minutes(most) === minutes(half))
    return [`95 % of the launches succeed within ${minutes(most)}.`];
  const inMost = most === null ? 'fewer than 95 % ever do' : `95 % within ${minutes(most)}`;
  return [`Half of the launches succeed within ${minutes(half)}, and ${inMost}.`];
}

const minutes = (ms: number) => measureText('duration', ms);

/** The best, then how what was configured, or the worst, does. */
function bestInWords(study: Headlined, wish: Wish, best: Best, { costOf, estimateOf, text }: Spoken): string[] {
  const { configured, startAt } = study;
  const variants = candidatesFor(study.variants, wish.given);
  const found = study.variants[best.index] as Headlinable;
  const isAsGood = (variant: Headlinable) => overlap(estimateOf(variant), estimateOf(found));
  const given = wish.given === null ? '' : `With ${lowerFirst(variantName([wish.given]))}, `;
  const named = (sentence: string) => (given === '' ? upperFirst(sentence) : `${given}${lowerFirst(sentence)}`);
  // What is given is said once, in front.
  const nameOf = ({ name, changes }: Headlinable) =>
    wish.given === null ? name : variantName(changes.filter(({ path }) => path !== wish.given?.path));
  const present = variants.find(({ changes }) =>
    isPresent(
      changes.filter(({ path }) => path !== wish.given?.path),
      configured,
    ),
  );
  const ran = (variant: Headlinable) =>
    variant === present && nameOf(variant) !== AS_CONFIGURED ? ', as configured when it ran' : '';
  const keeps = best.sureness !== 'none';
  if (!keeps && costOf(found) !== 0 && variants.every(isAsGood)) {
    return [named('No variant is clearly better than another.'), `${withName(nameOf(found))}, ${text(found)}.`];
  }
  // A varied outage takes the place of those that are configured.
  const isConfigured = study.axes.every(({ path }) => path !== 'outage');
  const survives =
    isConfigured && costOf(found) === 0 ? throughOutage(found, configured.externalApi.outages ?? [], startAt) : null;
  const claim = claimOf(best, survives);
  const missed = !keeps && hasGoal(wish.limits) ? 'No variant keeps the limits. ' : '';
  const isNow = ran(found);
  const first = `${missed}${named(`${nameOf(found)}${isNow}${isNow === '' ? '' : ','} ${claim}: ${text(found)}.`)}`;
  const worst = variants.reduce((one, other) => (costOf(other) > costOf(one) ? other : one));
  const other = present === undefined || isAsGood(present) ? worst : present;
  if (other === found || isAsGood(other)) return [first, 'No other variant is clearly worse.'];
  return [first, `${withName(nameOf(other))}${ran(other)}, ${text(other)}.`];
}

/** What is said of the best; `survives`, where it is so, how it lives through the outages. */
function claimOf({ sureness }: Best, survives: string | null): string {
  if (survives !== null) return survives;
  if (sureness === 'none') return 'does best';
  return sureness === 'confident'
    ? 'is the cheapest that keeps the limits'
    : 'is the cheapest that may keep the limits';
}

const withName = (name: string) => (name === AS_CONFIGURED ? upperFirst(name) : `With ${lowerFirst(name)}`);

const overlap = (one: Estimate | undefined, other: Estimate | undefined) =>
  (one?.low ?? 0) <= (other?.high ?? 0) && (other?.low ?? 0) <= (one?.high ?? 0);

/** `survives the outage of 20 min at 10:00`, where lives met it; `null` where they did not. */
function throughOutage({ metOutage }: Headlinable, outages: readonly Outage[], startAt: Instant): string | null {
  const [outage] = outages;
  if (outage === undefined || metOutage === null || metOutage === 0) return null;
  if (outages.length > 1) return 'survives the outages';
  const at = briefInstant(resolveInstant(outage.from, startAt), startAt);
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
