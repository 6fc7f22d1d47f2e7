/** A study once more, with other values: of the same definitions, even where they are not, or no longer, what is saved. */
import { z } from 'zod';
import { actionType, externalApi } from '../../../../shared/definitions.ts';
import type { Configured, Run, StudyText } from '../../../../shared/lab.ts';

type DraftedText = NonNullable<StudyText['drafted']>;

/** What it was played with and is not configured now, as it crosses the wire; `null` where that is the same. */
export function draftedOf({ configured }: Pick<Run, 'configured'>, now: Configured | null): DraftedText | null {
  const differs = (schema: z.ZodType, key: 'actionType' | 'externalApi') =>
    JSON.stringify(z.encode(schema, configured[key])) !== JSON.stringify(now && z.encode(schema, now[key]));
  const drafted = {
    ...(differs(actionType, 'actionType') && { actionType: z.encode(actionType, configured.actionType) }),
    ...(differs(externalApi, 'externalApi') && { externalApi: z.encode(externalApi, configured.externalApi) }),
  };
  return Object.keys(drafted).length === 0 ? null : drafted;
}

/** The same lives, with the combinations of other values. */
export function sweepLike(run: Run, now: Configured | null, axes: Run['axes']): StudyText {
  const { actionTypeName, trialCount, seed, windowMs, launchHours } = run;
  const drafted = draftedOf(run, now);
  const asked = { actionTypeName, trialCount, seed, windowMs, launchHours, ...(drafted !== null && { drafted }) };
  return { ...asked, vary: axes.map(varyText) };
}

/** As on the command line: `retry.max=0,1,2`. */
export const varyText = ({ path, values }: Run['axes'][number]): string =>
  `${path}=${values.map((value) => value ?? 'none').join(',')}`;
