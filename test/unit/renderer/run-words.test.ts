import { expect, it } from 'vitest';
import { progressText } from '../../../src/renderer/src/features/lab/words/run-words.ts';
import type { RunInfo } from '../../../src/shared/lab.ts';

const run = { playedCount: 12_000, trialCount: 100_000, livesPerSecond: 3_100_000, secondsLeft: 4 } as RunInfo;

it('how fast a run is played is said only while it runs', () => {
  expect(progressText({ ...run, state: 'running' })).toBe('12,000 of 100,000 trials · 3.1 M a second · 4 s left');
  expect(progressText({ ...run, state: 'cancelled', secondsLeft: null })).toBe('12,000 of 100,000 trials');
});
