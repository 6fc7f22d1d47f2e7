/** The scenario in the player: its steps, which were taken, and what came of them. */
import { stringify } from 'yaml';
import { z } from 'zod';
import type { PlayedStep, PlayerState, StepFailure } from '../../shared/contract.ts';
import { type Step, step as stepSchema } from '../../shared/scenario.ts';
import type { Failure } from './result.ts';
import { type StepTarget, takeStep } from './take-step.ts';

/** A step on one line, as the file writes it. */
export function stepText(step: Step): string {
  const text = stringify(z.encode(stepSchema, step as never), { collectionStyle: 'flow', lineWidth: 0 }).trim();
  return text.replace(/^\{ ?/, '').replace(/ ?\}$/, '');
}

export class Player {
  readonly #title: string;
  readonly #id: string | null;
  readonly #steps: readonly Step[];
  readonly #played: PlayedStep[];
  #position: number;
  #running = false;

  constructor(title: string, id: string | null, steps: readonly Step[], played?: readonly PlayedStep[], position = 0) {
    this.#title = title;
    this.#id = id;
    this.#steps = steps;
    this.#position = position;
    this.#played = played ? [...played] : steps.map(pendingStep);
  }

  get isRunning(): boolean {
    return this.#running;
  }
  get isFinished(): boolean {
    return this.#position >= this.#steps.length;
  }

  state(): PlayerState {
    return {
      title: this.#title,
      id: this.#id,
      steps: [...this.#played],
      position: this.#position,
      running: this.#running,
    };
  }

  /** The same player to go on with, so that this one stays as it is for going back. */
  continued(): Player {
    return new Player(this.#title, this.#id, this.#steps, this.#played, this.#position);
  }

  /** Takes at most `count` further steps; tells after each. A step that throws fails, and ends the run. */
  async play(target: StepTarget, count: number, onStep: () => void): Promise<void> {
    this.#running = true;
    onStep();
    try {
      for (let taken = 0; taken < count && !this.isFinished; taken += 1) {
        await this.#take(target);
        onStep();
      }
    } finally {
      this.#running = false;
      onStep();
    }
  }

  async #take(target: StepTarget): Promise<void> {
    const index = this.#position;
    const step = this.#steps[index];
    const played = this.#played[index];
    if (!step || !played) return;
    try {
      const { failures, note } = await takeStep(target, step, index + 1);
      this.#played[index] = {
        ...played,
        state: failures.length > 0 ? 'failed' : 'passed',
        note,
        failures: failures.map(shown),
      };
    } catch (error) {
      const note = error instanceof Error ? error.message : String(error);
      this.#played[index] = { ...played, state: 'failed', note };
      throw error;
    } finally {
      this.#position = index + 1;
    }
  }
}

function shown({ path, expected, actual }: Failure): StepFailure {
  return { path, expected: JSON.stringify(expected), actual: JSON.stringify(actual) };
}

function pendingStep(step: Step, index: number): PlayedStep {
  const verb = Object.keys(step).find((key) => key !== 'refused') ?? '';
  return { number: index + 1, verb, text: stepText(step), state: 'pending', note: null, failures: [] };
}
