/**
 * Which files of a data folder are Trigger Lab's, by their names: what *Erase everything* removes. Whatever else lies there is somebody
 * else's, and stays.
 */
import { LOCK } from './names.ts';

/** The profile of the desktop app's window: all in it is Chromium's, and ours. */
export const WINDOW = 'window';
/** Beside it while the app runs in it: it is to be removed before the next start uses it. */
export const WINDOW_ERASED = `${WINDOW}.erase`;

/** What Chromium and the desktop app put into a profile. A folder that is called `window` and has none of it is somebody else's. */
export const IN_A_PROFILE: ReadonlySet<string> = new Set([
  'Local State',
  'Preferences',
  'Local Storage',
  'Session Storage',
]);

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const TIME = '[0-9TZ-]+';
const PART = '[0-9a-f]{64}\\.ndjson';
/** A folder that a workspace lies in, with the slash; the first one lies in the data folder itself. */
const WORKSPACE_FOLDER = `(?:workspaces/${UUID}/|deleted/(?:first|${UUID})(?:-\\d+)?/)?`;

const OF_A_WORKSPACE = [
  'workspace\\.json',
  'journal(?:\\.next)?\\.ndjson',
  `(?:workspace|journal)\\.damaged-${TIME}\\.(?:json|ndjson)`,
  `(?:backups/)?parts/${PART}`,
  'backups/workspace-\\d{1,15}\\.json',
  'backups/journal-\\d{1,15}\\.ndjson',
];
const OF_THE_DATA_FOLDER = [
  'workspaces\\.json',
  `workspaces\\.damaged-${TIME}\\.json`,
  'lessons(?:\\.damaged)?\\.json',
  `runs/${UUID}\\.json`,
  'window\\.erase',
  // A lock that was being taken when the program ended.
  `workspace\\.lock\\.${UUID}/${UUID}\\.json`,
];
const either = (patterns: readonly string[]) => `(?:${patterns.join('|')})`;

/** With `.tmp` behind it, it was being written when the program ended. */
const OWN_FILE = new RegExp(
  `^(?:${WORKSPACE_FOLDER}${either(OF_A_WORKSPACE)}|${either(OF_THE_DATA_FOLDER)})(?:\\.tmp)?$`,
);
const OWN_FOLDER = new RegExp(
  `^(?:workspaces(?:/${UUID})?|deleted(?:/(?:first|${UUID})(?:-\\d+)?)?|runs|workspace\\.lock\\.${UUID}|${WORKSPACE_FOLDER}(?:parts|backups|backups/parts))$`,
);

/** Whether a file of this path, below the data folder and with `/`, is Trigger Lab's. */
export const isOwnFile = (path: string): boolean => OWN_FILE.test(path);
/** Whether a folder of this path is; not the window's. What is in it need not be. */
export const isOwnFolder = (path: string): boolean => OWN_FOLDER.test(path);
/** The lock is whoever's has the folder open: taken and given back, and never removed here. */
export const isLock = (path: string): boolean => path === LOCK;

export const isBackup = (path: string): boolean => /(?:^|\/)backups\/workspace-\d+\.json$/.test(path);
export const isRun = (path: string): boolean => path.startsWith('runs/');
/** The deleted workspace that a file was part of; `null` where it was of none. */
export const deletedIn = (path: string): string | null => /^deleted\/([^/]+)\//.exec(path)?.[1] ?? null;
/** Whether a file lies in the folder of this workspace; the first one has none. */
export const isInWorkspace = (path: string, id: string): boolean => path.startsWith(`workspaces/${id}/`);
