/** What the command palette offers. */
import { Kbd } from '@mantine/core';
import { findAction } from '../../../../engine/decide.ts';
import { COMMAND_IDS, COMMANDS, type CommandId, isDesktopCommand } from '../../../../shared/commands.ts';
import type { Action, Case } from '../../../../shared/model.ts';
import type { World } from '../../../../shared/world.ts';
import { isDesktop } from '../../client/host.ts';
import { keysHere } from '../../client/keys-here.ts';
import { pathOfCopy } from '../../components/action-link.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { actionAt, decodePart, navigate, paths, shownPath } from '../../stores/address.ts';
import { recent } from '../../stores/recent.ts';
import { viewAs } from '../../stores/view.ts';
import { doCommand } from './do-command.ts';
import type { PaletteCommand } from './palette-command.ts';
import { verbsFor } from './palette-verbs.tsx';

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

/** What there is a command for. */
function commandOf(id: CommandId): PaletteCommand {
  const entry = COMMANDS[id];
  const keys = keysHere(id).join(' ');
  return {
    id,
    group: entry.group,
    label: entry.label,
    alsoCalled: entry.alsoCalled,
    section: keys === '' ? undefined : <Kbd size="xs">{keys}</Kbd>,
    run: () => doCommand(id),
  };
}

/** Not what would only open the palette again, nor what a browser has no part in, nor a stage where no Action is looked at. */
const isOffered = (id: CommandId) =>
  id !== 'view.palette' &&
  id !== 'help.here' &&
  (id !== 'view.stage' || actionAt(shownPath()) !== null) &&
  (isDesktop() || !isDesktopCommand(id) || id === 'file.open');

/** Everything that is not a Case or an Action. */
export function commandsFor(world: World | null): PaletteCommand[] {
  return [
    ...COMMAND_IDS.filter(isOffered).map(commandOf),
    ...verbsFor(world),
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
