/** How a study is repeated: the commands that play the same lives. */
import { formatDuration } from '../../shared/duration.ts';
import type { Change, SettingValue } from '../../shared/lab.ts';
import type { ReportedStudy } from './model.ts';

/** One command plays a sweep; each of several variants has its own, on the same draws. */
export function repeatCommands({
  axes,
  variants,
  actionTypeName,
  playedCount,
  seed,
  windowMs,
}: Pick<ReportedStudy, 'axes' | 'variants' | 'actionTypeName' | 'playedCount' | 'seed' | 'windowMs'>): string[] {
  const words = [
    'trigger-lab lab FILE',
    `--action-type ${quoted(actionTypeName)}`,
    `--trials ${playedCount}`,
    `--seed=${seed}`,
    ...(windowMs === 0 ? [] : [`--window ${formatDuration(windowMs)}`]),
  ];
  if (axes.length > 0) {
    const varied = axes.map(({ path, values }) => `--vary ${quoted(`${path}=${values.map(writtenValue).join(',')}`)}`);
    return [[...words, ...varied].join(' ')];
  }
  return variants.map(({ changes }) => [...words, ...changes.map(variedOnce)].join(' '));
}

const variedOnce = ({ path, value }: Change) => `--vary ${quoted(`${path}=${writtenValue(value)}`)}`;

const writtenValue = (value: SettingValue) => String(value ?? 'none');

/** A word for a shell, in quotes where it needs them. */
const quoted = (word: string) => (/^[\w.,:=/+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
