/** The recorder: what is done in the workspace becomes steps, with what is said and expected between them. */
import { isRejection, type Rejection, reject } from '../../shared/errors.ts';
import type { RecordingState } from '../../shared/recorder-contract.ts';
import type { AddedStep, Expectable, SpokenStep } from '../../shared/recording.ts';
import { whatToExpect } from '../../views/expected/expect-this.ts';
import { stepInWords } from '../../views/words/step-words.ts';
import { addedSteps } from '../runtime/recording.ts';
import { type RecordingHead, recordingFile, recordingState } from '../scenario/recording.ts';
import type { LiveWorkspace } from './live-workspace.ts';

type Done = { ok: true } | Rejection;
type StepNote = { readonly is: 'step'; readonly id: number; readonly step: AddedStep | null };

const DONE = { ok: true } as const;
const NOTHING_RECORDED = 'Nothing is being recorded. Press Record first.';

export class Recorder {
  readonly #workspace: LiveWorkspace;

  constructor(workspace: LiveWorkspace) {
    this.#workspace = workspace;
  }

  /** What is recorded so far; `null` where nothing is being recorded. */
  state(): RecordingState | null {
    const { recordedFrom } = this.#workspace;
    return recordedFrom === null ? null : recordingState(this.#workspace.stored(), recordedFrom);
  }

  /** Records from here on. */
  async begin(): Promise<Done> {
    const begun = await this.#workspace.note(() =>
      this.#isRecording ? reject('notAllowed', 'A recording is going on already.') : ({ is: 'begun' } as const),
    );
    return isRejection(begun) ? begun : DONE;
  }

  /** Ends the recording. What was added to it stays in its place, and goes along when the workspace is exported. */
  async end(): Promise<Done> {
    const ended = await this.#workspace.note(() => this.#refusal() ?? ({ is: 'ended' } as const));
    return isRejection(ended) ? ended : DONE;
  }

  /** Adds what a person says here. */
  async add(step: SpokenStep): Promise<Done> {
    const added = await this.#add(() => step);
    return isRejection(added) ? added : DONE;
  }

  /** Expects of something what is so when its turn has come: the sentence of the step. */
  async expect(of: Expectable, field: string): Promise<string | Rejection> {
    const added = await this.#add(() => {
      const found = whatToExpect(this.#workspace.world, of).find((each) => each.field === field);
      return found ? { expect: found.expectation } : reject('unknown', 'There is nothing like this to be expected.');
    });
    return isRejection(added) || added.step === null ? (added as Rejection) : stepInWords(added.step);
  }

  /** Says a step that was added by hand in other words; `null` removes it. What was expected can only be removed. */
  async change(id: number, step: SpokenStep | null): Promise<Done> {
    const changed = await this.#workspace.note((): StepNote | Rejection => {
      const before = addedSteps(this.#workspace.acted).get(id);
      if (!before) return reject('unknown', 'This step is not there any more.');
      if (step !== null && verbOf(before) !== verbOf(step)) {
        return reject('notAllowed', `A step of another kind was expected: ${verbOf(before)}.`);
      }
      return { is: 'step', id, step };
    });
    return isRejection(changed) ? changed : DONE;
  }

  /** What was recorded as a file; where nothing is being recorded, all that was done so far. */
  file(head: RecordingHead): { readonly fileName: string; readonly text: string } | Rejection {
    const file = recordingFile(this.#workspace.stored(), this.#workspace.recordedFrom, head);
    return file ?? reject('notAllowed', 'Nothing has been done yet.');
  }

  get #isRecording(): boolean {
    return this.#workspace.recordedFrom !== null;
  }

  #refusal(): Rejection | null {
    return this.#isRecording ? null : reject('notAllowed', NOTHING_RECORDED);
  }

  #add(step: () => AddedStep | Rejection): Promise<StepNote | Rejection> {
    return this.#workspace.note((): StepNote | Rejection => {
      const refusal = this.#refusal();
      if (refusal !== null) return refusal;
      const made = step();
      if (isRejection(made)) return made;
      return { is: 'step', id: addedSteps(this.#workspace.acted).size + 1, step: made };
    });
  }
}

const verbOf = (step: AddedStep) => Object.keys(step)[0];
