/** How a study is repeated: the commands that play the same lives. */
import { counted } from '../../shared/counted.ts';
import { formatDuration, parseDuration } from '../../shared/duration.ts';
import type { Change, SettingValue } from '../../shared/lab.ts';
import { exactValue } from '../../shared/variable-settings.ts';
import { launchWords } from '../lab/assumptions.ts';
import { type Markup, markup } from './markup.ts';
import type { ReportedStudy } from './model.ts';
import { shellWord } from './shell-word.ts';

export function repeat(study: ReportedStudy): Markup {
  const { actionTypeName, playedCount, seed, variants } = study;
  const commands = repeatCommands(study);
  const several = variants.length === 1 ? '' : `, ${counted(variants.length, 'variant')}`;
  const note =
    commands.length === 1
      ? 'The command plays the same trials.'
      : 'Each command plays the trials of one variant, in the order above, on the same chances.';
  return markup`<h2>Repeat it</h2>
<p class="note">${actionTypeName}, ${counted(playedCount, 'trial')}, seed ${seed}, ${launchWords(study)}${several}. ${note} FILE is a scenario with the settings
above: Export workspace on the screen Scenarios writes one.</p>
<pre>${commands.map(
    (command) => markup`${command}
`,
  )}</pre>`;
}

/** One command plays a sweep; each of several variants has its own, on the same draws. */
function repeatCommands({
  axes,
  variants,
  actionTypeName,
  playedCount,
  seed,
  windowMs,
  launchHours,
}: ReportedStudy): string[] {
  const words = [
    'trigger-lab lab FILE',
    `--action-type ${shellWord(actionTypeName)}`,
    `--trials ${playedCount}`,
    `--seed=${seed}`,
    ...(windowMs === 0 ? [] : [`--window ${formatDuration(windowMs)}`]),
    ...(launchHours === 'working' ? ['--launch-hours working'] : []),
  ];
  if (axes.length > 0) {
    const varied = axes.map(({ path, values }) => `--vary ${shellWord(`${path}=${writtenValues(values)}`)}`);
    return [[...words, ...varied].join(' ')];
  }
  return variants.map(({ changes }) => [...words, ...changes.map(variedOnce)].join(' '));
}

const variedOnce = ({ path, value }: Change) => `--vary ${shellWord(`${path}=${writtenValue(value)}`)}`;

/** `0..8`, `1m..10m/1m`; a list where it is as short, or where the range would not be read as exactly these values. */
function writtenValues(values: readonly SettingValue[]): string {
  const list = values.map(writtenValue).join(',');
  const areNumbers = values.every((value) => typeof value === 'number');
  const numbers = areNumbers ? values : values.map((value) => parseDuration(String(value)) ?? Number.NaN);
  const [first = 0, second = 0] = numbers;
  const by = exactValue(second - first);
  // As the reader of `--vary` rounds the values of a range.
  const read = numbers.map((_, index) =>
    areNumbers ? exactValue(first + index * by) : formatDuration(first + index * by),
  );
  if (values.length < 3 || !(by > 0) || read.some((value, index) => value !== values[index])) return list;
  const ends = `${writtenValue(values[0] ?? null)}..${writtenValue(values.at(-1) ?? null)}`;
  return areNumbers && by === 1 ? ends : `${ends}/${areNumbers ? by : formatDuration(by)}`;
}

const writtenValue = (value: SettingValue) => String(value ?? 'none');
