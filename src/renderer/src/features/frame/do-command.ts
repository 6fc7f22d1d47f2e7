/** What each command does, whoever asks for it: the palette, a key, or the desktop app's menu. */
import { openSpotlight } from '@mantine/spotlight';
import {
  type CommandId,
  type DesktopCommandId,
  each,
  isDesktopCommand,
  type PageCommandId,
  SCREEN_NAMES,
  THEME_NAMES,
} from '../../../../shared/commands.ts';
import { HELP_PARTS } from '../../../../shared/help.ts';
import { SPEEDS } from '../../../../shared/speeds.ts';
import { attempt } from '../../client/act.ts';
import { desktop } from '../../client/desktop.ts';
import { openAnyFile } from '../../client/open-scenario.ts';
import { exportWorkspace, startOver } from '../../client/start-over.ts';
import { redoEdit, undoEdit } from '../../client/undo.ts';
import { duplicateWorkspace, openWorkspace, renameWorkspace } from '../../client/workspaces.ts';
import { openAbout } from '../../stores/about.ts';
import { actionAt, isOnStage, navigate, paths, shownPath } from '../../stores/address.ts';
import { openHelp, openHelpHere, openThirdPartyNotices } from '../../stores/help.ts';
import { chooseTheme } from '../../theme/color-scheme.ts';
import {
  goBack,
  goToNextEvent,
  goToNextRetry,
  goToPreviousEvent,
  goToStart,
  goUntilIdle,
  setSpeed,
  togglePlay,
} from './clock-verbs.ts';
import { screenPath } from './screens.ts';

type Verb = () => unknown;

const VERBS: Readonly<Record<PageCommandId, Verb>> = {
  'file.newEmpty': () => startOver('empty'),
  'file.newSample': () => startOver('sample'),
  'file.export': exportWorkspace,
  'workspace.rename': () => renameWorkspace(openWorkspace()),
  'workspace.duplicate': () => duplicateWorkspace(openWorkspace()),
  'workspace.list': () => navigate(paths.workspaces),
  'workspace.backups': () => navigate(paths.backups),
  'edit.undo': undoEdit,
  'edit.redo': redoEdit,
  'view.palette': openSpotlight,
  'view.stage': showStage,
  'clock.toggle': togglePlay,
  'clock.previous': goToPreviousEvent,
  'clock.next': goToNextEvent,
  'clock.retry': goToNextRetry,
  'clock.start': goToStart,
  'clock.idle': goUntilIdle,
  'clock.back': goBack,
  'clock.futures': () => navigate(paths.futures),
  'lab.compare': () => navigate(paths.builderCompare),
  'lab.day': () => navigate(paths.labDay),
  'app.updates': openAbout,
  'app.about': openAbout,
  'app.notices': openThirdPartyNotices,
  ...each('go', SCREEN_NAMES, (name) => () => navigate(screenPath(name))),
  ...each('speed', SPEEDS, (speed) => () => setSpeed(speed)),
  ...each('theme', THEME_NAMES, (theme) => () => chooseTheme(theme)),
  ...each('help', HELP_PARTS, (part) => () => openHelp({ part })),
  'help.here': openHelpHere,
};

/** The Action that is looked at, for a projector. */
function showStage(): void {
  const action = actionAt(shownPath());
  if (action !== null && !isOnStage()) navigate(paths.stage(action));
}

/** Does it; what the page cannot do itself is asked of the desktop app around it. */
export function doCommand(id: CommandId): void {
  void (isDesktopCommand(id) ? askDesktop(id) : VERBS[id]());
}

async function askDesktop(command: DesktopCommandId): Promise<void> {
  const app = desktop();
  if (app !== null) await attempt((await app).do({ command }));
  // A browser has a window for choosing a file too.
  else if (command === 'file.open') await openAnyFile();
}
