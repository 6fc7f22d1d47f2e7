/** The keyboard: one table of what each key does (`?` shows it), and the listener that acts on it. */
import { useEffect } from 'react';
import { COMMAND_IDS, COMMANDS, type CommandId, SCREEN_NAMES } from '../../../../shared/commands.ts';
import { keysHere, pressedHere } from '../../client/keys-here.ts';
import { goBackABeat, goOn, guess } from '../../client/lesson.ts';
import { redoEdit, undoEdit } from '../../client/undo.ts';
import { isInDialog, isPressing, isStepping, isTyping } from '../../components/typing.ts';
import { dockedLesson } from '../../stores/lesson-view.ts';
import { workspace } from '../../stores/workspace.ts';
import { doCommand } from './do-command.ts';
import { enterList } from './list-keys.ts';

interface KeyEntry {
  readonly keys: readonly string[];
  readonly does: string;
}

interface KeyGroup {
  readonly title: string;
  readonly entries: readonly KeyEntry[];
}

/** Those of these commands that have keys here. */
const entriesOf = (ids: readonly CommandId[]): KeyEntry[] =>
  ids.map((id) => ({ keys: keysHere(id), does: COMMANDS[id].label })).filter(({ keys }) => keys.length > 0);

export const KEY_GROUPS: readonly KeyGroup[] = [
  { title: 'Clock', entries: entriesOf(COMMAND_IDS.filter((id) => COMMANDS[id].group === 'Clock')) },
  {
    title: 'In a lesson',
    entries: [
      { keys: ['Space', '→', 'Page Down'], does: 'Next, or the answer to an open question' },
      { keys: ['←', 'Page Up'], does: 'Back' },
      { keys: ['1', '5'], does: 'What the class thinks: the first to the fifth answer' },
    ],
  },
  { title: 'Go to', entries: entriesOf(['view.palette', ...SCREEN_NAMES.map((name) => `go.${name}` as const)]) },
  {
    title: 'Lists',
    entries: [
      { keys: ['/'], does: 'Search' },
      { keys: ['↑', '↓'], does: 'Previous and next row' },
      { keys: ['Enter'], does: 'Open the row' },
      { keys: ['Space'], does: 'Select the row' },
    ],
  },
  {
    title: 'Elsewhere',
    entries: [
      { keys: ['r'], does: 'Retry, on an Action' },
      { keys: ['p'], does: 'Stage, on an Action; Esc leaves it' },
      { keys: pressedHere('Mod+S'), does: 'Save, on a form' },
      { keys: keysHere('edit.undo'), does: 'Undo: typing in a field, else the latest edit' },
      ...entriesOf(['edit.redo', 'file.open', 'file.saveAs', 'file.newEmpty', 'help.here']),
    ],
  },
];

const BY_KEYS: ReadonlyMap<string, CommandId> = new Map(
  COMMAND_IDS.flatMap((id) => {
    const { keys } = COMMANDS[id];
    return keys === undefined ? [] : [[keys, id]];
  }),
);

/** How long after `g` the second key may come. */
const SEQUENCE_MS = 1_500;

/** Listens as long as it is mounted. */
export function useShortcuts(): void {
  useEffect(() => {
    let goPressedAt = Number.NEGATIVE_INFINITY;
    const onKeyDown = (event: KeyboardEvent) => {
      const edit = editVerbOf(event);
      if (edit !== null && workspace.getState().world !== null) {
        event.preventDefault();
        void edit();
        return;
      }
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'ArrowDown' && !isInDialog() && enterList(event.target)) {
        event.preventDefault();
        return;
      }
      if (isTyping(event)) return;
      const wasGo = event.timeStamp - goPressedAt < SEQUENCE_MS;
      goPressedAt = Number.NEGATIVE_INFINITY;
      if (wasGo) {
        const screen = BY_KEYS.get(`g ${event.key}`);
        if (screen !== undefined) {
          event.preventDefault();
          doCommand(screen);
          return;
        }
      }
      const verb = lessonVerbOf(event) ?? verbOf(event);
      if (verb === null) return;
      event.preventDefault();
      if (verb === 'go') goPressedAt = event.timeStamp;
      // Before there is a workspace there is nothing that it could be about.
      else if (workspace.getState().world !== null) void verb();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** In a field the browser undoes typing by itself. */
function editVerbOf(event: KeyboardEvent): (() => Promise<void>) | null {
  if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event)) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? redoEdit : undoEdit;
  return key === 'y' ? redoEdit : null;
}

/** The lesson's own keys, which are those of a remote control too; `null` where no lesson is in its dock. */
function lessonVerbOf(event: KeyboardEvent): (() => Promise<void>) | null {
  if (event.shiftKey || isElsewhere(event) || dockedLesson() === null) return null;
  const verb = LESSON_VERBS[event.key] ?? (/^[1-5]$/.test(event.key) ? () => guess(Number(event.key)) : null);
  return verb !== null && event.repeat ? nothing : verb;
}

const LESSON_VERBS: Readonly<Record<string, () => Promise<void>>> = {
  ' ': goOn,
  ArrowRight: goOn,
  PageDown: goOn,
  ArrowLeft: goBackABeat,
  PageUp: goBackABeat,
};
const nothing = () => Promise.resolve();

/** Whether the key is that of what has the focus. A marked answer has no use for it. */
function isElsewhere(event: KeyboardEvent): boolean {
  const { target } = event;
  if (target instanceof HTMLInputElement && target.type === 'radio' && target.closest('[data-lesson]') !== null) {
    return event.key === ' ' && !target.checked;
  }
  if (event.key === ' ') return isPressing(event);
  return event.key.startsWith('Arrow') && isStepping(event);
}

/** Electron's names of keys, where an event has others. */
const NAMES: Readonly<Record<string, string>> = { ' ': 'Space', ArrowLeft: 'Left', ArrowRight: 'Right' };

function verbOf(event: KeyboardEvent): (() => unknown) | 'go' | null {
  const { key, shiftKey, repeat } = event;
  if (key === 'g') return 'go';
  const name = NAMES[key];
  const command = BY_KEYS.get(shiftKey && name !== undefined ? `Shift+${name}` : (name ?? key));
  if (command === undefined) return null;
  // Once for each press, but for steps through time.
  if (repeat && !key.startsWith('Arrow')) return null;
  if (key === ' ' ? isPressing(event) : key.length > 1 && isStepping(event)) return null;
  return () => doCommand(command);
}
