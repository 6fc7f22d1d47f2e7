/** What can be done with a lesson, from its dock, the keyboard, the course and the palette alike. */
import { findAction } from '../../../engine/decide.ts';
import type { Shown } from '../../../shared/audience-steps.ts';
import type { LibraryEntry } from '../../../shared/contract.ts';
import type { World } from '../../../shared/world.ts';
import { referenceOfCopy } from '../components/action-link.tsx';
import { isOnStage, navigate, paths } from '../stores/address.ts';
import { placeOf, rememberPlace } from '../stores/lesson-places.ts';
import { beginAfresh, continueLesson, dockedLesson, lessonView } from '../stores/lesson-view.ts';
import { workspace } from '../stores/workspace.ts';
import { attempt } from './act.ts';
import { client } from './client.ts';
import { openLibrary } from './open-scenario.ts';

let latest: Promise<void> = Promise.resolve();

/** Keys that follow each other fast are taken one after the other, each from where the one before it led. */
function inTurn(verb: () => Promise<unknown>): Promise<void> {
  latest = latest.then(verb).then(() => undefined);
  return latest;
}

/** On to what is told or asked next; where a question is open, to its answer. */
export const goOn = (): Promise<void> => inTurn(() => attempt(client().lesson.next()));
/** Back to what was told or asked before. */
export const goBackABeat = (): Promise<void> => inTurn(() => attempt(client().lesson.back()));
/** Back to where the path of the lesson was left. */
export const returnToLesson = (): Promise<void> => inTurn(() => attempt(client().lesson.return()));

/** Marks what the class thinks, from 1; does nothing where no such answer can be chosen. */
export const guess = (answer: number): Promise<void> =>
  inTurn(async () => {
    const question = dockedLesson()?.question;
    if (!question || question.reveal !== null || answer > question.answers.length) return;
    await attempt(client().lesson.guess({ answer }));
  });

/** Goes to the screen that the lesson looks at. */
export function lookWhereItLooks(): void {
  const { lesson, world } = workspace.getState();
  if (world === null) return;
  navigate(lesson?.show ? pathOfShown(lesson.show, world) : paths.cases);
}

function pathOfShown(shown: Shown, world: World): string {
  if ('action' in shown) {
    const action = findAction(world, shown.action);
    // Before its Case has reached it, the Case is what there is to see.
    if (action === undefined) return paths.case(shown.action.split('/')[0] ?? '');
    const ref = referenceOfCopy(action.ref);
    // Who teaches from the stage stays on it.
    return isOnStage() ? paths.stage(ref) : paths.action(ref);
  }
  if ('case' in shown) return paths.case(shown.case);
  if ('queue' in shown) return `${paths.queues}?queue=${encodeURIComponent(shown.queue)}`;
  if ('inbox' in shown) return paths.inbox(shown.inbox);
  return 'externalApi' in shown ? paths.externalApi(shown.externalApi) : paths.settings;
}

/** Opens the dock of the lesson again, and looks where it looks. */
export function resumeLesson(): void {
  continueLesson();
  lookWhereItLooks();
}

/** Shows the steps of the lesson, its file and what came of it, for its author. */
export function showSteps(): void {
  lessonView.setState({ showsSteps: true });
  navigate(paths.scenarios);
}

type Lesson = Pick<LibraryEntry, 'id' | 'title'>;

/** Opens a lesson at its beginning: in the workspace that it has already, else in one of its own. */
export async function startLesson({ id, title }: Lesson): Promise<void> {
  const keepsCurrent = !(await enterPlaceOf(id));
  if (!(await openLibrary(id, title, { keepsCurrent, isSilent: true }))) return;
  rememberPlace(id, workspace.getState().workspace.id);
  beginAfresh();
  navigate(paths.cases);
}

/** Whether the workspace that the lesson was opened as last is the open one now. */
async function enterPlaceOf(id: string): Promise<boolean> {
  const isHere = () => workspace.getState().player?.id === id;
  if (isHere()) return true;
  const place = placeOf(id);
  if (place === null) return false;
  const kept = (await attempt(client().workspaces.list())) ?? [];
  if (!kept.some((each) => each.id === place && !each.isOpen)) return false;
  return (await attempt(client().workspaces.open({ id: place }))) !== null && isHere();
}
