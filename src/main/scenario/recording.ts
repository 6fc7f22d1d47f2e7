/** A recording: what it holds so far, in sentences, and the file that comes of it. */
import { fileNameOf } from '../../shared/file-name.ts';
import type { RecordingState } from '../../shared/recorder-contract.ts';
import { LESSON_TAG, type Scenario, type Step } from '../../shared/scenario.ts';
import { WORDS } from '../../shared/word-table.ts';
import { stepInWords } from '../../views/words/step-words.ts';
import type { Workspace } from '../runtime/ports.ts';
import { isActing } from './commands.ts';
import { writtenHistory } from './history-steps.ts';
import { isSpoken } from './lesson-beats.ts';
import { recordedText } from './recorded-text.ts';

/** The recording that began at the entry `from` of the history. */
export function recordingState(workspace: Workspace, from: number): RecordingState {
  const { steps, leadCount, begins } = writtenHistory(workspace, from);
  return {
    begunAt: workspace.history[from]?.at ?? workspace.now,
    leadCount,
    begins: begins.map(({ section, name }) => `Begins with the ${WORDS.definition[section].noun} ${name}.`),
    steps: steps.slice(leadCount).map(({ step, added }) => ({ sentence: stepInWords(step), added })),
  };
}

/** How a recording is saved. */
export interface RecordingHead {
  readonly title: string;
  readonly summary?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly isLesson: boolean;
}

/**
 * The file of the recording that began at the entry `from` of the history, or of all that was done (`null`); `null` where nothing was.
 * What led to where it began comes first. A lesson in which nothing is said tells what is done.
 */
export function recordingFile(
  workspace: Workspace,
  from: number | null,
  { title, summary, tags = [], isLesson }: RecordingHead,
): { readonly fileName: string; readonly text: string } | null {
  const { scenario, steps: all, leadCount } = writtenHistory(workspace, from);
  const { title: _, summary: __, tags: ___, ...rest } = scenario;
  const steps = all.map(({ step }) => step);
  const recorded = steps.slice(leadCount);
  if (recorded.length === 0) return null;
  const lead = steps.slice(0, leadCount);
  const allTags = [...new Set([...(isLesson ? [LESSON_TAG] : []), ...tags.filter((tag) => tag !== LESSON_TAG)])];
  const file: Scenario = {
    title,
    ...(summary === undefined ? {} : { summary }),
    ...(allTags.length === 0 ? {} : { tags: allTags }),
    ...rest,
    steps: [...lead, ...(isLesson ? told(recorded) : recorded)],
  };
  const remarks = new Map<number, string>();
  if (leadCount > 0) remarks.set(0, 'What led to where the recording begins.').set(leadCount, 'The recording.');
  return { fileName: `${fileNameOf(title, 'scenario')}.yaml`, text: recordedText(file, remarks) };
}

/** Without a word a lesson would be over with its first beat: then each thing that is done is told. */
function told(steps: readonly Step[]): Step[] {
  if (steps.some(isSpoken)) return [...steps];
  return steps.flatMap((step): Step[] =>
    isActing(step) || 'advance' in step ? [step, { say: stepInWords(step) }] : [step],
  );
}
