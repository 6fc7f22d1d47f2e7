/** How a study is repeated: the commands that play the same lives. */
import { counted } from '../../shared/counted.ts';
import { formatDuration } from '../../shared/duration.ts';
import type { Change, SettingValue } from '../../shared/lab.ts';
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
      ? 'The command plays the same lives.'
      : 'Each command plays the lives of one variant, in the order above, on the same chances.';
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
    const varied = axes.map(
      ({ path, values }) => `--vary ${shellWord(`${path}=${values.map(writtenValue).join(',')}`)}`,
    );
    return [[...words, ...varied].join(' ')];
  }
  return variants.map(({ changes }) => [...words, ...changes.map(variedOnce)].join(' '));
}

const variedOnce = ({ path, value }: Change) => `--vary ${shellWord(`${path}=${writtenValue(value)}`)}`;

const writtenValue = (value: SettingValue) => String(value ?? 'none');
