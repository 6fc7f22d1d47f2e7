/** What the app can be asked to do: one table for the command palette, the keys and the desktop app's menu. */
import { HELP_PARTS, HELP_TITLES, type HelpPart } from './help.ts';
import { SPEEDS, speedInWords } from './speeds.ts';

export interface CommandEntry {
  /** Under which the palette lists it. */
  readonly group: string;
  readonly label: string;
  /** Other words that people look for it by; never shown. */
  readonly alsoCalled?: string;
  /** Keys that the page listens to (keys.ts has the notation). */
  readonly keys?: string;
  /** Keys that the desktop app's menu listens to: in a browser they are the browser's. */
  readonly menuKeys?: string;
}

/** By what follows `go.`: the screens of the navigation, and the key that follows `g`. */
const SCREENS = {
  cases: ['Cases', 'c'],
  queues: ['Queues', 'q'],
  dashboard: ['Dashboard', 'd'],
  builder: ['Builder', 'b'],
  externalApis: ['External APIs', 'e'],
  scenarios: ['Scenarios', 's'],
  course: ['Course', null],
  lab: ['Lab', 'l'],
  settings: ['Settings', null],
} as const;
export type ScreenName = keyof typeof SCREENS;
export const SCREEN_NAMES = Object.keys(SCREENS) as ScreenName[];

/** Light, dark, or as the system has it, by Mantine's names. */
export const THEMES = { light: 'Light', dark: 'Dark', auto: 'System' } as const;
export type Theme = keyof typeof THEMES;
export const THEME_NAMES = Object.keys(THEMES) as Theme[];

/** Of these the palette has other names. */
const HELP_COMMANDS: Readonly<Partial<Record<HelpPart, Pick<CommandEntry, 'label' | 'alsoCalled'>>>> = {
  start: { label: 'Help', alsoCalled: 'first steps start tutorial' },
  keys: { label: HELP_TITLES.keys, alsoCalled: 'help shortcuts keyboard' },
  words: { label: 'Glossary', alsoCalled: 'help words' },
  legend: { label: HELP_TITLES.legend, alsoCalled: 'help legend colors' },
  documents: { label: HELP_TITLES.documents, alsoCalled: 'help docs documentation manual guide' },
};

type Speed = (typeof SPEEDS)[number];

/** Something for each of `names`, by `prefix` and the name: `speed.60`. */
export const each = <Prefix extends string, Name extends string | number, Value>(
  prefix: Prefix,
  names: readonly Name[],
  itemOf: (name: Name) => Value,
) => Object.fromEntries(names.map((name) => [`${prefix}.${name}`, itemOf(name)])) as Record<`${Prefix}.${Name}`, Value>;

const NAMED = {
  'file.newEmpty': {
    group: 'Workspace',
    label: 'New empty workspace',
    alsoCalled: 'start over with an',
    menuKeys: 'Mod+N',
  },
  'file.newSample': { group: 'Workspace', label: 'New sample workspace', alsoCalled: 'start over with the' },
  'file.open': { group: 'Scenarios', label: 'Open…', alsoCalled: 'file scenario choose', menuKeys: 'Mod+O' },
  'file.saveAs': { group: 'Workspace', label: 'Save as…', alsoCalled: 'file export', menuKeys: 'Mod+Shift+S' },
  'file.export': {
    group: 'Workspace',
    label: 'Export workspace',
    alsoCalled: 'workspace save download file scenario futures',
  },
  'file.reveal': { group: 'Workspace', label: 'Reveal data folder', alsoCalled: 'files finder explorer disk' },
  'workspace.rename': { group: 'Workspace', label: 'Rename', alsoCalled: 'workspace' },
  'workspace.duplicate': { group: 'Workspace', label: 'Duplicate', alsoCalled: 'workspace' },
  'workspace.list': { group: 'Workspace', label: 'Workspaces', alsoCalled: 'workspace' },
  'workspace.backups': { group: 'Workspace', label: 'Backups', alsoCalled: 'workspace' },
  'edit.undo': { group: 'Builder', label: 'Undo', alsoCalled: 'the latest edit', keys: 'Mod+Z' },
  'edit.redo': { group: 'Builder', label: 'Redo', keys: 'Mod+Shift+Z' },
  'view.palette': { group: 'Go to', label: 'Command palette', keys: 'Mod+K' },
  'view.stage': { group: 'Screens', label: 'Stage', alsoCalled: 'projector audience', keys: 'p' },
  'clock.toggle': { group: 'Clock', label: 'Play or pause', keys: 'Space' },
  'clock.previous': { group: 'Clock', label: 'Previous event', keys: 'Left' },
  'clock.next': { group: 'Clock', label: 'Next event', keys: 'Right' },
  'clock.retry': { group: 'Clock', label: 'Next retry', keys: 'Shift+Right' },
  'clock.start': { group: 'Clock', label: 'To the start', keys: 'Home' },
  'clock.idle': { group: 'Clock', label: 'Until idle', keys: 'End' },
  'clock.back': { group: 'Clock', label: 'Go back' },
  'clock.futures': { group: 'Clock', label: 'Compare futures' },
  'lab.compare': { group: 'Builder', label: 'Compare two variants' },
  'lab.day': { group: 'Lab', label: 'Working day' },
  'help.here': { group: 'Help', label: HELP_TITLES.here, alsoCalled: 'help', keys: '?' },
  'app.updates': { group: 'Help', label: 'Check for updates', alsoCalled: 'version newer upgrade' },
  'app.notices': { group: 'Help', label: 'Third-party notices', alsoCalled: 'licences licenses packages' },
  'app.about': { group: 'Help', label: 'About Trigger Lab', alsoCalled: 'version licence license' },
} as const satisfies Readonly<Record<string, CommandEntry>>;

/** In the order of the palette. */
const TABLE = {
  ...each('go', SCREEN_NAMES, (name) => {
    const [label, key] = SCREENS[name];
    return { group: 'Screens', label, ...(key === null ? {} : { keys: `g ${key}` }) };
  }),
  ...NAMED,
  ...each('speed', SPEEDS as readonly Speed[], (speed) => ({ group: 'Clock', label: `Speed ${speedInWords(speed)}` })),
  ...each('theme', THEME_NAMES, (name) => ({ group: 'Theme', label: `Theme ${THEMES[name].toLowerCase()}` })),
  ...each(
    'help',
    HELP_PARTS.filter((part) => part !== 'here'),
    (part) => ({ group: 'Help', label: HELP_TITLES[part], alsoCalled: 'help', ...HELP_COMMANDS[part] }),
  ),
};

export type CommandId = keyof typeof TABLE;
export const COMMANDS: Readonly<Record<CommandId, CommandEntry>> = TABLE;
export const COMMAND_IDS = Object.keys(TABLE) as CommandId[];

/** What the desktop app does itself: files of the system, which a page does not reach. */
export const DESKTOP_COMMAND_IDS = ['file.open', 'file.saveAs', 'file.reveal'] as const satisfies readonly CommandId[];
export type DesktopCommandId = (typeof DESKTOP_COMMAND_IDS)[number];
export type PageCommandId = Exclude<CommandId, DesktopCommandId>;

export const isDesktopCommand = (id: CommandId): id is DesktopCommandId =>
  (DESKTOP_COMMAND_IDS as readonly CommandId[]).includes(id);
