/** What the command palette offers. */
import { Kbd, type MantineColorScheme } from '@mantine/core';
import { findAction } from '../../../../engine/decide.ts';
import type { Action, Case } from '../../../../shared/model.ts';
import type { World } from '../../../../shared/world.ts';
import { redoEdit, undoEdit } from '../../client/undo.ts';
import { pathOfCopy } from '../../components/action-link.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { decodePart, navigate, paths } from '../../stores/address.ts';
import { recent } from '../../stores/recent.ts';
import { viewAs } from '../../stores/view.ts';
import { COLOR_SCHEMES } from '../../theme/color-scheme-control.tsx';
import {
  goBack,
  goToNextEvent,
  goToNextRetry,
  goToPreviousEvent,
  goToStart,
  goUntilIdle,
  setSpeed,
  speedInWords,
  togglePlay,
} from './clock-verbs.ts';
import type { PaletteCommand } from './palette-command.ts';
import { verbsFor } from './palette-verbs.tsx';
import { SPEEDS } from './play-speed.ts';
import { SCREENS } from './screens.ts';

/** More than fits; typing more narrows it down. */
const WORK_LIMIT = 8;

const caseCommand = ({ ref, owner, status, resolutionMethod, needsAttention }: Case): PaletteCommand => ({
  id: `case:${ref}`,
  group: 'Cases',
  label: ref,
  description: `Case of ${owner}${needsAttention ? ', needs attention' : ''}`,
  section: <StatusChip status={status} resolutionMethod={resolutionMethod} />,
  run: () => navigate(paths.case(ref)),
});

const actionCommand = ({ ref, title, status, resolutionMethod }: Action): PaletteCommand => ({
  id: `action:${ref}`,
  group: 'Actions',
  label: title,
  description: ref,
  section: <StatusChip status={status} resolutionMethod={resolutionMethod} />,
  run: () => navigate(pathOfCopy(ref)),
});

const hasAll = (text: string, words: readonly string[]) => words.every((word) => text.includes(word));

/** The first few of `values` whose text has all words. */
function firstMatching<T>(values: Iterable<T>, words: readonly string[], textOf: (value: T) => string): T[] {
  const found: T[] = [];
  for (const value of values) {
    if (hasAll(textOf(value).toLowerCase(), words)) found.push(value);
    if (found.length === WORK_LIMIT) break;
  }
  return found;
}

/** Cases and Actions by reference, title or owner. */
export function workMatching(world: World, words: readonly string[]): PaletteCommand[] {
  return [
    ...firstMatching(world.cases.values(), words, ({ ref, owner }) => `${ref} ${owner}`).map(caseCommand),
    ...firstMatching(world.actions.values(), words, ({ ref, title }) => `${ref} ${title}`).map(actionCommand),
  ];
}

/** What was looked at last and still exists. */
export function recentWork(world: World): PaletteCommand[] {
  return recent.getState().paths.flatMap((path): PaletteCommand[] => {
    const [, , caseRef = '', , ...action] = path.split('/').map(decodePart);
    const caseInstance = world.cases.get(caseRef);
    const workAction = action.length === 0 ? undefined : findAction(world, [caseRef, ...action].join('/'));
    const command = workAction
      ? actionCommand(workAction)
      : caseInstance && action.length === 0
        ? caseCommand(caseInstance)
        : null;
    return command === null ? [] : [{ ...command, id: `recent:${path}`, group: 'Recent' }];
  });
}

const key = (text: string) => <Kbd size="xs">{text}</Kbd>;

/** Everything that is not a Case or an Action. */
export function commandsFor(
  world: World | null,
  setColorScheme: (scheme: MantineColorScheme) => void,
): PaletteCommand[] {
  const clock = (label: string, run: () => Promise<unknown>, keys?: string): PaletteCommand => ({
    id: `clock:${label}`,
    group: 'Clock',
    label,
    section: keys === undefined ? undefined : key(keys),
    run: () => void run(),
  });
  return [
    ...SCREENS.map(
      (screen): PaletteCommand => ({
        id: `screen:${screen.path}`,
        group: 'Screens',
        label: screen.name,
        section: screen.key === null ? undefined : key(`g ${screen.key}`),
        run: () => navigate(screen.path),
      }),
    ),
    clock('Play or pause', togglePlay, 'Space'),
    clock('Previous event', goToPreviousEvent, '←'),
    clock('Next event', goToNextEvent, '→'),
    clock('Next retry', goToNextRetry, 'Shift →'),
    clock('To the start', goToStart, 'Home'),
    clock('Until idle', goUntilIdle, 'End'),
    clock('Go back', goBack),
    clock('Compare futures', async () => navigate(paths.futures)),
    {
      id: 'edit:undo',
      group: 'Builder',
      label: 'Undo the latest edit',
      section: key('Ctrl Z'),
      run: () => void undoEdit(),
    },
    { id: 'edit:redo', group: 'Builder', label: 'Redo', section: key('Ctrl Shift Z'), run: () => void redoEdit() },
    ...verbsFor(world),
    ...SPEEDS.map((speed) => clock(`Speed ${speedInWords(speed)}`, () => setSpeed(speed))),
    ...[...(world?.externalApis.keys() ?? [])].map(
      (name): PaletteCommand => ({
        id: `api:${name}`,
        group: 'External APIs',
        label: name,
        run: () => navigate(paths.externalApi(name)),
      }),
    ),
    ...[null, ...(world?.users.keys() ?? [])].map(
      (user): PaletteCommand => ({
        id: `view:${user ?? ''}`,
        group: 'View as',
        label: `View as ${user ?? 'everybody'}`,
        run: () => viewAs(user),
      }),
    ),
    ...COLOR_SCHEMES.map(
      ({ value, label }): PaletteCommand => ({
        id: `theme:${value}`,
        group: 'Theme',
        label: `Theme ${label.toLowerCase()}`,
        run: () => setColorScheme(value),
      }),
    ),
  ];
}

/** Those whose group and label have all words; without words, the screens, the clock's main verbs and help. */
export function matching(commands: readonly PaletteCommand[], words: readonly string[]): PaletteCommand[] {
  if (words.length > 0)
    return commands.filter(({ group, label, alsoCalled = '' }) =>
      hasAll(`${group} ${label} ${alsoCalled}`.toLowerCase(), words),
    );
  return commands.filter(
    ({ group, label }) => group === 'Screens' || group === 'Help' || (group === 'Clock' && !label.startsWith('Speed')),
  );
}
