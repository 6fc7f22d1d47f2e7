/** The draws of an API with `random` behaviour: each with its key, its value and what it decided. */
import { CALL_PURPOSES, type CallPurpose, callStream, drawFrom } from '../../engine/random.ts';
import type { Distribution, RandomBehaviour } from '../../shared/api-behaviour.ts';
import type { ActionRef } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { distributionInWords } from '../words/distribution-words.ts';
import { decimals } from '../words/figures.ts';
import { exactDuration } from '../words/time-words.ts';

/** Which call draws; the names of its stream. */
export interface DrawingCall {
  readonly seed: number;
  readonly externalApi: string;
  readonly stream: string;
  readonly callNumber: number;
}

/** The name of the stream that an Action draws from. */
export function streamOfAction(world: World, actionRef: ActionRef): string {
  const action = world.actions.get(actionRef);
  if (!action) throw new Error(`the world has no Action ${actionRef}`);
  return action.stream;
}

/** The value that the external system draws, in [0, 1). */
function drawOf({ seed, externalApi, stream, callNumber }: DrawingCall, purpose: CallPurpose): number {
  return drawFrom(callStream(seed, externalApi, stream), callNumber, CALL_PURPOSES[purpose]);
}

/** `draw seed 1 / erp / C1/post / call 2 / fail = 0.082341`. */
function drawn(call: DrawingCall, purpose: CallPurpose): string {
  const key = `seed ${call.seed} / ${call.externalApi} / ${call.stream} / call ${call.callNumber} / ${purpose}`;
  return `draw ${key} = ${decimals(drawOf(call, purpose))}`;
}

const RATES = { fail: 'failRate', noResponse: 'noResponseRate', success: 'successRate' } as const;
type RatedPurpose = keyof typeof RATES;

/** Whether the draw falls below its rate. */
export function isBelow(behaviour: RandomBehaviour, call: DrawingCall, purpose: RatedPurpose): boolean {
  return drawOf(call, purpose) < behaviour[RATES[purpose]];
}

/** The draw against its rate: `draw … = 0.08 < failRate 0.15`. */
export function againstRate(behaviour: RandomBehaviour, call: DrawingCall, purpose: RatedPurpose): string {
  const rate = behaviour[RATES[purpose]];
  return `${drawn(call, purpose)} ${drawOf(call, purpose) < rate ? '<' : '≥'} ${RATES[purpose]} ${rate}`;
}

/** Which of the weights the draw fell on; `null` where there is nothing to choose. */
export function amongWeights(
  weights: Readonly<Record<string, number>>,
  call: DrawingCall,
  purpose: 'failKind' | 'reason',
  chosen: string,
): string | null {
  const some = Object.entries(weights).filter(([, weight]) => weight > 0);
  if (some.length < 2) return null;
  return `${drawn(call, purpose)} → ${chosen}, by the weights ${some.map(([name, weight]) => `${name} ${weight}`).join(', ')}`;
}

/** How long it took, as drawn; `null` where it was no matter of chance. */
export function asDuration(
  distribution: Distribution,
  call: DrawingCall,
  purpose: 'acceptAfter' | 'responseAfter',
  durationMs: number,
): string | null {
  if (typeof distribution === 'number') return null;
  return `${drawn(call, purpose)} → ${exactDuration(durationMs)}, ${distributionInWords(distribution)}`;
}
