/** The process of a Case type as it is edited: steps in order, each with the Action types that start together. */
import type { CaseType } from '../../../../../shared/definitions.ts';
import type { DropAs } from '../../../components/list-order.ts';

/** Never empty. */
export type Step = readonly string[];
export type Steps = readonly Step[];

/** Where an Action type is: its step, and its place among those that start together. */
export interface Spot {
  readonly step: number;
  readonly member: number;
}

/** What is edited, and where the Action type in question is afterwards. */
export interface Edited {
  readonly steps: Steps;
  readonly spot: Spot;
}

export const stepsOf = (process: CaseType['process']): Steps =>
  (process ?? []).map((step) => (typeof step === 'string' ? [step] : step));

/** As files write it: a step of one without a list around it. */
export const processOf = (steps: Steps): string[] | (string | string[])[] =>
  steps.map((step) => (step.length === 1 ? (step[0] ?? '') : [...step]));

/** Adds an Action type as the last step. */
export const withAdded = (steps: Steps, name: string): Edited => ({
  steps: [...steps, [name]],
  spot: { step: steps.length, member: 0 },
});

/** A step moves one place up (-1) or down (1), with all that start together in it. */
export function withStepMoved(steps: Steps, spot: Spot, by: -1 | 1): Edited {
  const to = spot.step + by;
  const step = steps[spot.step];
  if (step === undefined || to < 0 || to >= steps.length) return { steps, spot };
  return { steps: steps.toSpliced(spot.step, 1).toSpliced(to, 0, step), spot: { ...spot, step: to } };
}

/** A step starts together with the one before it. */
export function withGrouped(steps: Steps, spot: Spot): Edited {
  const previous = steps[spot.step - 1];
  const step = steps[spot.step];
  if (previous === undefined || step === undefined) return { steps, spot };
  return {
    steps: steps.toSpliced(spot.step - 1, 2, [...previous, ...step]),
    spot: { step: spot.step - 1, member: previous.length + spot.member },
  };
}

/** One of those that start together becomes a step of its own, right after them. */
export function withSplitOff(steps: Steps, spot: Spot): Edited {
  const step = steps[spot.step];
  const name = step?.[spot.member];
  if (step === undefined || name === undefined || step.length === 1) return { steps, spot };
  return {
    steps: steps.toSpliced(spot.step, 1, step.toSpliced(spot.member, 1), [name]),
    spot: { step: spot.step + 1, member: 0 },
  };
}

/** Takes one away; the spot is that of its neighbour. */
export function withRemoved(steps: Steps, spot: Spot): Edited {
  const step = steps[spot.step];
  if (step === undefined) return { steps, spot };
  const rest = step.toSpliced(spot.member, 1);
  const left = rest.length === 0 ? steps.toSpliced(spot.step, 1) : steps.toSpliced(spot.step, 1, rest);
  const near = Math.max(0, Math.min(spot.step, left.length - 1));
  return {
    steps: left,
    spot: { step: near, member: Math.max(0, Math.min(spot.member, (left[near]?.length ?? 1) - 1)) },
  };
}

/** Where something is dropped: before or after a step, or to start together with it. */
export interface DropTarget {
  readonly step: number;
  readonly as: DropAs;
}

/** Moves what was dragged from its spot to where it was dropped. */
export function withDropped(steps: Steps, from: Spot, { step: target, as }: DropTarget): Edited {
  const name = steps[from.step]?.[from.member];
  const onto = steps[target];
  if (name === undefined || onto === undefined) return { steps, spot: from };
  const isAlone = steps[from.step]?.length === 1;
  if (target === from.step && (as === 'with' || isAlone)) return { steps, spot: from };
  // A step of its own first, then what is taken away leaves a hole to close.
  const marked = steps.map((step, index) => (index === from.step ? step.toSpliced(from.member, 1) : step));
  const dropped: Steps =
    as === 'with'
      ? marked.map((step, index) => (index === target ? [...step, name] : step))
      : marked.toSpliced(as === 'before' ? target : target + 1, 0, [name]);
  const at = as === 'after' ? target + 1 : target;
  const emptyBefore = dropped.slice(0, at).filter((step) => step.length === 0).length;
  const member = as === 'with' ? onto.length : 0;
  return { steps: dropped.filter((step) => step.length > 0), spot: { step: at - emptyBefore, member } };
}
