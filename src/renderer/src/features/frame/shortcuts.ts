/** The keyboard: one table of what each key does (`?` shows it), and the listener that acts on it. */
import { useEffect } from 'react';
import { goBackABeat, goOn, guess } from '../../client/lesson.ts';
import { redoEdit, undoEdit } from '../../client/undo.ts';
import { isInDialog, isPressing, isStepping, isTyping } from '../../components/typing.ts';
import { navigate } from '../../stores/address.ts';
import { openHelpHere } from '../../stores/help.ts';
import { dockedLesson } from '../../stores/lesson-view.ts';
import { workspace } from '../../stores/workspace.ts';
import { goToNextEvent, goToNextRetry, goToPreviousEvent, goToStart, goUntilIdle, togglePlay } from './clock-verbs.ts';
import { enterList } from './list-keys.ts';
import { SCREENS } from './screens.ts';

interface KeyEntry {
  readonly keys: readonly string[];
  readonly does: string;
}

interface KeyGroup {
  readonly title: string;
  readonly entries: readonly KeyEntry[];
}

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'Clock',
    entries: [
      { keys: ['Space'], does: 'Play or pause' },
      { keys: ['←'], does: 'Previous event' },
      { keys: ['→'], does: 'Next event' },
      { keys: ['Shift →'], does: 'Next retry' },
      { keys: ['Home'], does: 'To the start' },
      { keys: ['End'], does: 'Until idle' },
    ],
  },
  {
    title: 'In a lesson',
    entries: [
      { keys: ['Space', '→', 'Page Down'], does: 'Next, or the answer to an open question' },
      { keys: ['←', 'Page Up'], does: 'Back' },
      { keys: ['1', '5'], does: 'What the class thinks: the first to the fifth answer' },
    ],
  },
  {
    title: 'Go to',
    entries: [
      { keys: ['Ctrl K'], does: 'Command palette' },
      ...SCREENS.flatMap(({ name, key }) => (key === null ? [] : [{ keys: ['g', key], does: name }])),
    ],
  },
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
      { keys: ['Ctrl S'], does: 'Save, on a form' },
      { keys: ['Ctrl Z'], does: 'Undo: typing in a field, else the latest edit' },
      { keys: ['Ctrl Shift Z'], does: 'Redo' },
      { keys: ['?'], does: 'Help' },
    ],
  },
];

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
        const screen = SCREENS.find(({ key }) => key === event.key);
        if (screen) {
          event.preventDefault();
          navigate(screen.path);
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

function verbOf(event: KeyboardEvent): (() => unknown) | 'go' | null {
  switch (event.key) {
    case ' ':
      return isPressing(event) || event.repeat ? null : togglePlay;
    case 'ArrowRight':
      if (isStepping(event)) return null;
      return event.shiftKey ? goToNextRetry : goToNextEvent;
    case 'ArrowLeft':
      return isStepping(event) || event.shiftKey ? null : goToPreviousEvent;
    case 'Home':
      return isStepping(event) || event.repeat ? null : goToStart;
    case 'End':
      return isStepping(event) || event.repeat ? null : goUntilIdle;
    case 'g':
      return 'go';
    case '?':
      return openHelpHere;
    default:
      return null;
  }
}
