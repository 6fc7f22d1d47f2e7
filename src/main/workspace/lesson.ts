/** The lesson in the player: beat by beat, back and forth, with what the class thinks. Any scenario with the tag *lesson* is one. */
import { type Rejection, reject } from '../../shared/errors.ts';
import type { LessonResult, LessonState } from '../../shared/lesson-contract.ts';
import type { PlayedScenario } from '../runtime/ports.ts';
import { nextBeat, previousBeat } from '../scenario/lesson-beats.ts';
import { isUnanswered, lessonScore, lessonState, standsAt } from '../scenario/lesson-state.ts';
import type { LiveWorkspace } from './live-workspace.ts';
import type { Player } from './player.ts';

/** Keeps which lessons were played to their end. */
interface CourseLog {
  read(): Promise<readonly LessonResult[]>;
  /** Instead of what was noted of the same lesson before. */
  note(result: LessonResult): Promise<void>;
}

export interface LessonOptions {
  readonly course: CourseLog;
  /** Real time. */
  readonly wallNow: () => Date;
}

type Done = { ok: true } | Rejection;

export class Lesson {
  readonly #workspace: LiveWorkspace;
  readonly #player: Player;
  readonly #options: LessonOptions;
  /** By the number of the question's step; of the lesson whose steps these are. */
  readonly #guesses = new Map<number, number | null>();
  #guessedIn: PlayedScenario['steps'] | null = null;

  constructor(workspace: LiveWorkspace, player: Player, options: LessonOptions) {
    this.#workspace = workspace;
    this.#player = player;
    this.#options = options;
  }

  /** `null` where no lesson is open. */
  state(): LessonState | null {
    const played = this.#played;
    return played && lessonState(played, this.#guessesIn(played));
  }

  /** On to what is told or asked next. Beside the path it returns there, and that is all. */
  async next(): Promise<Done> {
    const played = this.#played;
    if (played === null) return none();
    if (isUnanswered(played, this.#guessesIn(played))) return this.#answer(played, null);
    const went = await this.#player.goOnTo(nextBeat(played.steps, played.taken.length));
    await this.#noteIfDone();
    return went;
  }

  /** Back to what was told or asked before. Beside the path it returns there, and that is all. */
  async back(): Promise<Done> {
    const played = this.#played;
    return played === null ? none() : this.#player.goBackTo(previousBeat(played.steps, played.taken.length));
  }

  /** Marks what the class thinks, from 1; the latest counts, until the answer is there. */
  async guess(answer: number): Promise<Done> {
    const played = this.#played;
    const question = this.state()?.question;
    if (played === null || !question) return reject('notAllowed', 'No question is open.');
    if (question.reveal !== null) return reject('notAllowed', 'The answer is there already.');
    if (answer > question.answers.length) return reject('notAllowed', `There are ${question.answers.length} answers.`);
    return this.#answer(played, answer);
  }

  /** Back to where the path was left; nothing where it was not. */
  async return(): Promise<Done> {
    await this.#player.return();
    return { ok: true };
  }

  /** Which lessons were played to their end. */
  results(): Promise<readonly LessonResult[]> {
    return this.#options.course.read();
  }

  async #answer(played: PlayedScenario, guess: number | null): Promise<Done> {
    this.#guessesIn(played).set(standsAt(played), guess);
    this.#workspace.tell({ type: 'player' });
    await this.#noteIfDone();
    return { ok: true };
  }

  /** At its end; played to there again, the latest counts. */
  async #noteIfDone(): Promise<void> {
    const played = this.#played;
    if (played === null || played.id === null || this.state()?.isAtEnd !== true) return;
    const doneAt = this.#options.wallNow().toISOString();
    await this.#options.course.note({ id: played.id, doneAt, ...lessonScore(played, this.#guessesIn(played)) });
  }

  get #played(): PlayedScenario | null {
    const { played } = this.#workspace;
    return played?.isLesson === true ? played : null;
  }

  #guessesIn({ steps }: PlayedScenario): Map<number, number | null> {
    if (this.#guessedIn !== steps) this.#guesses.clear();
    this.#guessedIn = steps;
    return this.#guesses;
  }
}

const none = () => reject('notAllowed', 'No lesson is open. Open one from the course.');
