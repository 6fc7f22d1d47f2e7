import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playOne, trialScenario } from '../../src/main/lab/trial-scenario.ts';
import { formatDuration, MAX_DURATION_MS } from '../../src/shared/duration.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';
import { play } from '../support/playing.ts';
import { apiFile } from '../support/tallies.ts';
import { configuration, decode, livedTrial, setupFor, written } from '../support/trials.ts';

/** How many random configurations CI tries; `TRIAL_RUNS` sets more. */
const RUNS = Number(process.env.TRIAL_RUNS ?? 500);

const LONGEST = formatDuration(MAX_DURATION_MS);

const choice = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 40 }),
  windowMs: fc.constantFrom(0, 1, 60_000, 1_200_000),
  launchHours: fc.constantFrom('any' as const, 'working' as const),
  index: fc.integer({ min: 0, max: 10_000_000 }),
});

it('in working hours only, lives are launched on weekdays from 09:00 to 17:00, at every such hour', () => {
  const setup = setupFor({ ...apiFile({}), start: '2026-01-09T15:00:00Z' });
  const hours = Array.from({ length: 200 }, (_, index) => {
    const opened = trialScenario(decode(apiFile({})), setup, {
      seed: 1,
      windowMs: 7 * 86_400_000,
      launchHours: 'working',
      index,
    });
    const [first] = opened.steps;
    const afterMs = first !== undefined && 'advance' in first ? Number(first.advance) : 0;
    const at = new Date(setup.startAt + afterMs);
    expect([1, 2, 3, 4, 5]).toContain(at.getUTCDay());
    return at.getUTCHours();
  });
  expect([...new Set(hours)].sort((one, other) => one - other)).toEqual([9, 10, 11, 12, 13, 14, 15, 16]);
});

describe('a trial of the Lab and the runtime', () => {
  it('agree in ending, instants, retry count, calls, silence and data (R1–R42)', async () => {
    await fc.assert(
      fc.asyncProperty(configuration, choice, async (text, chosen) => {
        const trial = playOne(setupFor(text), chosen);
        const { runtime } = await livedTrial(text, chosen);
        expect(trial).toEqual(lived(runtime.world));
      }),
      { numRuns: RUNS },
    );
  });

  it.each([
    ['a retry', { retry: { first: LONGEST, cap: LONGEST } }, { otherwise: { fail: 'refused' } }],
    ['a result', {}, { otherwise: { fail: 'hang' } }],
    ['an answer', {}, { otherwise: { respond: { after: LONGEST, outcome: 'success' } } }],
    ['a limit', { due: LONGEST, autoCompleteOnTimeout: true, responseWithin: LONGEST }, { otherwise: {} }],
  ] as const)('agree that %s after the end of time never comes (B1)', async (_, post, api) => {
    const text = {
      settings: { callTimeout: LONGEST },
      users: { dana: {} },
      externalApis: { erp: { url: 'https://erp.example.test/x', ...api } },
      actionTypes: { post: { externalApi: 'erp', ...post } },
    } as ScenarioText;
    const chosen = { seed: 1, windowMs: 0, index: 0 };
    const trial = playOne(setupFor(text), chosen);
    expect(trial).toMatchObject({ ending: 'Still waiting', endedAfterMs: null });
    expect(trial).toEqual(lived((await livedTrial(text, chosen)).runtime.world));
  });

  it('agree over HTTP too: the scenario a trial is opened as keeps its own expectation', async () => {
    await fc.assert(
      fc.asyncProperty(configuration, choice, async (text, chosen) => {
        const { failures } = await play(written(trialScenario(decode(text), setupFor(text), chosen)), {
          transport: 'http',
        });
        expect(failures).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 10) },
    );
  });
});

/** What a world says of the one Action in it, in the words of a trial. */
function lived(world: Awaited<ReturnType<typeof livedTrial>>['runtime']['world']) {
  const facts = world.timelines.get('Trial/post') ?? [];
  const launchedAt = facts[0]?.at ?? 0;
  const end = facts.find(
    (fact) => fact.type === 'statusChanged' && (fact.phase === 'closed' || fact.phase === 'manual'),
  );
  const connected = facts.find((fact) => fact.type === 'connected');
  const starts = facts.filter((fact) => fact.type === 'callStarted');
  const heard = facts
    .filter(
      (fact) => fact === end || fact.type === 'callStarted' || fact.type === 'callFailed' || fact.type === 'connected',
    )
    .map(({ at }) => at);
  const accepted = facts.find((fact) => fact.type === 'responseReceived' && fact.verdict === 'accepted');
  return {
    ending: endingOf(end),
    retryCount: starts.length - 1,
    connectedAfterMs: connected === undefined ? null : connected.at - launchedAt,
    endedAfterMs: end === undefined ? null : end.at - launchedAt,
    failedCallCount: facts.filter(({ type }) => type === 'callFailed').length,
    longestSilenceMs: Math.max(0, ...heard.slice(1).map((at, index) => at - (heard[index] ?? at))),
    data: (accepted?.type === 'responseReceived' && accepted.body?.data) || {},
  };
}

function endingOf(end: { type: string } | undefined): string {
  if (end === undefined) return 'Still waiting';
  const { phase, reason, resolutionMethod } = end as unknown as Record<string, string>;
  return phase === 'closed' ? String(resolutionMethod) : `To Do: ${reason}`;
}
