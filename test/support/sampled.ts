import type { Distribution } from '../../src/shared/api-behaviour.ts';
import { Sampler } from '../../src/simulated-api/distribution.ts';

/** The duration that a uniform deviate in [0, 1) stands for, in milliseconds. */
export function sampled(distribution: Distribution, uniform: number): number {
  const sampler = new Sampler(distribution);
  sampler.take(uniform);
  return sampler.durationMs;
}
