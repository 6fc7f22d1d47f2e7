/** What happened, over virtual time: the same from the timelines as from one fact after the other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../src/shared/duration.ts';
import type { Fact } from '../../../../src/shared/facts.ts';
import { DashboardTally } from '../../../../src/views/dashboard/dashboard-tally.ts';
import { MOST_BINS, TimeBins } from '../../../../src/views/dashboard/time-bins.ts';
import { ACCEPTED, given, REFUSED, START } from '../../../support/given.ts';

const at = (minutes: number) => START + minutes * MINUTE_MS;
/** Facts with only what the tally reads. */
const fact = (part: object): Fact => part as Fact;
const queued = (ref: string, queue: string | null, minutes: number) =>
  fact({ type: 'allocated', actionRef: ref, queue, at: at(minutes) });
const closed = (ref: string, minutes: number, resolutionMethod = 'Done Successfully') =>
  fact({ type: 'statusChanged', actionRef: ref, phase: 'closed', resolutionMethod, at: at(minutes) });

function tallied(...facts: Fact[]): DashboardTally {
  const tally = new DashboardTally(START);
  for (const each of facts) tally.add(each);
  return tally;
}

describe('queues', () => {
  it('R40 counts what is in a queue at the end of each minute, and how long the oldest has been', () => {
    const tally = tallied(queued('a', 'AP', 0.5), queued('b', 'AP', 1.5), closed('a', 3.5));
    expect(tally.read(at(4.25)).queues).toEqual([
      {
        queue: 'AP',
        lengths: [1, 2, 2, 1, 1],
        oldestMs: [0.5, 1.5, 2.5, 2.5, 2.75].map((minutes) => minutes * MINUTE_MS),
      },
    ]);
  });

  it('R50 taking and unassigning leave an Action where it is, since when it was there', () => {
    const tally = tallied(queued('a', 'AP', 0.5), queued('a', 'AP', 2.5));
    expect(tally.read(at(3)).queues).toMatchObject([{ lengths: [1, 1, 1, 1] }]);
    expect(tally.read(at(3)).queues[0]?.oldestMs.at(-1)).toBe(2.5 * MINUTE_MS);
  });

  it('an Action that moves to another queue leaves the first', () => {
    const [first, second] = tallied(queued('a', 'AP', 0), queued('a', null, 1.5)).read(at(2)).queues;
    expect([first?.lengths, second?.lengths]).toEqual([
      [1, 0, 0],
      [0, 1, 1],
    ]);
    expect(first?.oldestMs).toEqual([MINUTE_MS, null, null]);
    expect(second?.queue).toBeNull();
  });
});

describe('by the rules', () => {
  it('R14 tells of calls that failed, of the ending and of what was launched', () => {
    const world = given({ settings: { retry: { max: 1 } } })
      .launched()
      .failedUntil(1);
    const view = DashboardTally.of(world.world).read(world.now);
    expect(view.actionsLaunched.at(0)).toBe(1);
    expect(view.casesLaunched.at(0)).toBe(1);
    expect(view.endings.map(({ resolutionMethod, counts }) => [resolutionMethod, counts.at(-1)])).toEqual([
      ['Not Done Successfully', 1],
    ]);
    expect(view.apis).toMatchObject([{ failed: [1, 1], connected: [0, 0] }]);
  });

  it('R4 a call that connected counts at its API', () => {
    const world = given().launched().callEnds(REFUSED).retryDue().callEnds(ACCEPTED);
    expect(DashboardTally.of(world.world).read(world.now).apis).toMatchObject([{ failed: [1, 0], connected: [0, 1] }]);
  });
});

describe('bins', () => {
  it('become wider where time runs on, and nothing is lost', () => {
    const tally = tallied(queued('a', 'AP', 0), closed('b', 1), closed('c', 2), queued('d', 'AP', 3 * 24 * 60));
    const view = tally.read(START + 3 * DAY_MS);
    expect(view.binCount).toBeLessThanOrEqual(MOST_BINS);
    expect(view.binMs).toBe(HOUR_MS);
    expect(view.endings[0]?.counts.reduce((sum, count) => sum + count)).toBe(2);
    expect(view.queues[0]?.lengths.at(-1)).toBe(2);
    expect(view.queues[0]?.oldestMs.at(-1)).toBe(3 * DAY_MS);
    expect(view.queues[0]?.oldestMs.at(0)).toBe(HOUR_MS);
  });

  it('a bin says the same whether it was wide from the start or became so', () => {
    const marks = fc.array(fc.integer({ min: 0, max: 20 * HOUR_MS }), { maxLength: 40 });
    fc.assert(
      fc.property(marks, (instants) => {
        const grown = new TimeBins(START);
        const growing = grown.series('sum');
        for (const sinceMs of instants) grown.add(growing, START + sinceMs);
        grown.binOf(START + 2 * DAY_MS);
        const wide = new TimeBins(START);
        wide.binOf(START + 2 * DAY_MS);
        const widened = wide.series('sum');
        for (const sinceMs of instants) wide.add(widened, START + sinceMs);
        const sums = ({ values }: typeof growing) => Array.from({ length: MOST_BINS }, (_, bin) => values[bin] ?? 0);
        expect(sums(growing)).toEqual(sums(widened));
      }),
    );
  });

  it('the order of Actions makes no difference: one timeline after the other is the same as what happened in turn', () => {
    const life = fc.record({ from: fc.nat(3_000), forMinutes: fc.nat(500), queue: fc.constantFrom('AP', 'AR', null) });
    fc.assert(
      fc.property(fc.array(life, { maxLength: 30 }), (lives) => {
        const facts = lives.flatMap(({ from, forMinutes, queue }, index) => [
          queued(`${index}`, queue, from),
          closed(`${index}`, from + forMinutes),
        ]);
        const inTurn = [...facts].sort((left, right) => left.at - right.at);
        const end = at(4_000);
        const byQueue = ({ queue: left }: { queue: string | null }, { queue: right }: { queue: string | null }) =>
          `${left}`.localeCompare(`${right}`);
        const [one, other] = [tallied(...facts).read(end), tallied(...inTurn).read(end)];
        expect({ ...one, queues: [...one.queues].sort(byQueue) }).toEqual({
          ...other,
          queues: [...other.queues].sort(byQueue),
        });
      }),
    );
  });
});
