/** The application menu: the app's commands, and what each system has in its menus, by Electron's roles. */
import { basename, dirname } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import {
  COMMANDS,
  type CommandId,
  isDesktopCommand,
  SCREEN_NAMES,
  THEME_NAMES,
  THEMES,
} from '../../../shared/commands.ts';
import type { PageState } from '../../../shared/desktop-contract.ts';
import { HELP_PARTS } from '../../../shared/help.ts';
import { acceleratorOf, hasMod } from '../../../shared/keys.ts';
import { SPEEDS, speedInWords } from '../../../shared/speeds.ts';
import { menuCase, menuText } from './menu-words.ts';

export interface MenuOptions {
  /** `null` where no page has said anything yet. */
  readonly state: PageState | null;
  /** Files, newest first. */
  readonly recent: readonly string[];
  readonly isMac: boolean;
  readonly run: (command: CommandId) => void;
  readonly openRecent: (file: string) => void;
  readonly clearRecent: () => void;
}

type Item = MenuItemConstructorOptions;

const LINE: Item = { type: 'separator' };

/** For `Menu.buildFromTemplate`. */
export function menuTemplate(options: MenuOptions): Item[] {
  const { isMac } = options;
  const command = (id: CommandId, more: Item = {}) => commandItem(id, options, more);
  const choice = (id: CommandId, label: string) => command(id, { type: 'radio', label });
  const about = command('app.about');

  const file: Item[] = [
    command('file.newEmpty'),
    command('file.newSample'),
    LINE,
    command('file.open'),
    { label: 'Open Recent', submenu: recentItems(options) },
    LINE,
    command('workspace.list'),
    command('workspace.backups'),
    command('workspace.rename'),
    command('workspace.duplicate'),
    LINE,
    command('file.saveAs'),
    { label: 'Export', submenu: [command('file.export', { label: 'Workspace and Its Futures' })] },
    command('file.reveal'),
    LINE,
    { role: isMac ? 'close' : 'quit' },
  ];
  const edit: Item[] = [
    command('edit.undo', editLabel('Undo', options.state, 'undo')),
    command('edit.redo', editLabel('Redo', options.state, 'redo')),
    LINE,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ];
  const view: Item[] = [
    command('view.palette'),
    { label: 'Go To', submenu: SCREEN_NAMES.map((name) => choice(`go.${name}`, COMMANDS[`go.${name}`].label)) },
    command('view.stage'),
    LINE,
    { label: 'Theme', submenu: THEME_NAMES.map((name) => choice(`theme.${name}`, THEMES[name])) },
    LINE,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
    LINE,
    { role: 'reload' },
    { role: 'toggleDevTools' },
  ];
  const clock: Item[] = [
    command('clock.toggle'),
    { label: 'Speed', submenu: SPEEDS.map((speed) => choice(`speed.${speed}`, speedInWords(speed))) },
    LINE,
    command('clock.previous'),
    command('clock.next'),
    command('clock.retry'),
    command('clock.start'),
    command('clock.idle'),
    LINE,
    command('clock.back'),
    command('clock.futures'),
  ];
  const lab: Item[] = [command('go.lab'), command('lab.day'), command('lab.compare'), command('go.dashboard')];
  const help: Item[] = [
    ...HELP_PARTS.map((part) => command(`help.${part}`)),
    command('go.course'),
    LINE,
    command('app.updates'),
    command('app.notices'),
    ...(isMac ? [] : [LINE, about]),
  ];
  return [
    ...(isMac ? [appMenu(about, command('go.settings', { label: 'Settings…', accelerator: 'Cmd+,' }))] : []),
    { label: 'File', submenu: file },
    { label: 'Edit', submenu: edit },
    { label: 'View', submenu: view },
    { label: 'Clock', submenu: clock },
    { label: 'Lab', submenu: lab },
    { role: 'windowMenu' },
    { role: 'help', submenu: help },
  ];
}

/** A Mac's first menu, called as the app is. */
const appMenu = (about: Item, settings: Item): Item => ({
  label: 'Trigger Lab',
  submenu: [
    about,
    LINE,
    settings,
    LINE,
    { role: 'services' },
    LINE,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    LINE,
    { role: 'quit' },
  ],
});

function commandItem(id: CommandId, { state, isMac, run }: MenuOptions, more: Item): Item {
  // Without a page nobody does what is the page's to do.
  const isEnabled = isDesktopCommand(id) || (state !== null && !state.disabled.includes(id));
  return {
    id,
    label: menuCase(COMMANDS[id].label),
    enabled: isEnabled,
    ...(more.type === 'radio' ? { checked: state?.checked.includes(id) ?? false } : {}),
    ...keysOf(id, isMac),
    click: () => run(id),
    ...more,
  };
}

/**
 * A key that the page listens to is shown and not taken from it: it may be typed into a text. A Mac's menu takes all keys that it
 * shows, so there it shows none that could be typed.
 */
function keysOf(id: CommandId, isMac: boolean): Item {
  const { keys, menuKeys } = COMMANDS[id];
  if (menuKeys !== undefined) return { accelerator: acceleratorOf(menuKeys) ?? '' };
  const accelerator = keys === undefined || (isMac && !hasMod(keys)) ? null : acceleratorOf(keys);
  return accelerator === null ? {} : { accelerator, registerAccelerator: false };
}

/** *Undo: change of the Action type post-invoice*; of what is typed in a field, *Undo*. */
function editLabel(verb: string, state: PageState | null, which: 'undo' | 'redo'): Item {
  const what = state === null || state.isTyping ? null : state[which];
  return { label: what === null ? verb : menuText(`${verb}: ${what}`) };
}

/** By their names; of two that are called the same, with their folders. */
function recentItems({ recent, openRecent, clearRecent }: MenuOptions): Item[] {
  const isAlone = (name: string) => recent.filter((file) => basename(file) === name).length === 1;
  const label = (file: string) => {
    const name = basename(file);
    return isAlone(name) ? name : `${name} – ${dirname(file)}`;
  };
  return [
    ...recent.map((file): Item => ({ label: menuText(label(file)), click: () => openRecent(file) })),
    ...(recent.length === 0 ? [] : [LINE]),
    { label: 'Clear List', enabled: recent.length > 0, click: clearRecent },
  ];
}
