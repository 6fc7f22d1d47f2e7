/** What can be done now: what the desktop app's menu offers, and how it names it. */
import { whyHeld } from '../../../../engine/connection/real-api.ts';
import {
  COMMAND_IDS,
  COMMANDS,
  type CommandId,
  isDesktopCommand,
  SCREEN_NAMES,
  type Theme,
} from '../../../../shared/commands.ts';
import type { PageState } from '../../../../shared/desktop-contract.ts';
import { NO_EDITS, nextToRedo, nextToUndo } from '../../../../shared/edits.ts';
import { SPEEDS } from '../../../../shared/speeds.ts';
import { editsInWords } from '../../../../views/words/edit-words.ts';
import { actionAt } from '../../stores/address.ts';
import type { WorkspaceState } from '../../stores/workspace.ts';
import { screenPath } from './screens.ts';

/** What the page shows, beside its workspace. */
export interface Shown {
  readonly path: string;
  readonly theme: Theme;
  /** A text field has the focus. */
  readonly isTyping: boolean;
  /** Something is typed and not saved. */
  readonly isEdited: boolean;
}

/** They are about the window and not about what is in it. */
const WITHOUT_WORKSPACE = new Set(['Help', 'Theme', 'Go to']);

/** Where time is held, it does not jump. */
const JUMPS: readonly CommandId[] = ['clock.retry', 'clock.idle'];

/** Everything that cannot be done before there is a workspace, nor while a dialog waits for an answer. */
export const needsWorkspace = (id: CommandId) => !WITHOUT_WORKSPACE.has(COMMANDS[id].group) && !isDesktopCommand(id);

export function pageStateOf({ world, clock, workspace }: WorkspaceState, shown: Shown): PageState {
  const edits = world?.edits ?? NO_EDITS;
  const [undone, redone] = [nextToUndo(edits), nextToRedo(edits)];
  const isHeld = world !== null && whyHeld(world) !== null;
  const not = (id: CommandId): boolean => {
    if (world === null || clock === null) return needsWorkspace(id);
    if (id === 'edit.undo') return undone.length === 0 && !shown.isTyping;
    if (id === 'edit.redo') return redone.length === 0 && !shown.isTyping;
    if (id === 'clock.back') return !clock.canGoBack;
    if (id === 'view.stage') return actionAt(shown.path) === null;
    return isHeld && JUMPS.includes(id);
  };
  const screen = SCREEN_NAMES.find((name) => isAt(shown.path, screenPath(name)));
  const speed = SPEEDS.find((each) => each === clock?.speed);
  return {
    disabled: COMMAND_IDS.filter(not),
    checked: [
      `theme.${shown.theme}`,
      ...(screen === undefined ? [] : [`go.${screen}` as const]),
      ...(speed === undefined ? [] : [`speed.${speed}` as const]),
    ],
    undo: editsInWords(undone) || null,
    redo: editsInWords(redone) || null,
    isTyping: shown.isTyping,
    isEdited: shown.isEdited,
    theme: shown.theme,
    workspaceId: workspace.id,
  };
}

/** Whether a path is a screen's, or of something in it. */
export const isAt = (path: string, screen: string): boolean => path === screen || path.startsWith(`${screen}/`);
