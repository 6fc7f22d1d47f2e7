/** The limits of a study as tests for CI systems: a configuration is guarded like code. */
import type { Tally } from '../../lab/tally.ts';
import { junitXml, type Outcome } from '../../shared/junit-xml.ts';
import { formatMeasured, judge, type Limit } from './limits.ts';
import type { StudyResult } from './shard.ts';

/** A suite for each variant, a test for each limit. Trials have no time of their own. */
export function limitsJunit({ study, result }: StudyResult, limits: readonly Limit[]): string {
  return junitXml(
    study.variants.map(({ name }, index) => ({
      name: `${study.actionTypeName}: ${name}`,
      cases: limits.map((limit) => ({
        classname: study.actionTypeName,
        name: `${name}: ${limit.text}`,
        wallMs: 0,
        outcome: outcomeOf(limit, result.tallies[index] as Tally),
      })),
    })),
  );
}

function outcomeOf(limit: Limit, tally: Tally): Outcome | null {
  const { holds, sure, value } = judge(limit, tally);
  if (holds) return null;
  const doubt = sure ? '' : ', which more trials may change';
  const message = `${limit.text}: it is ${formatMeasured(value, limit.measure.unit)}${doubt}`;
  return { kind: 'failure', type: 'limit', message, lines: [message] };
}
