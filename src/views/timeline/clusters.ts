/** Marks that stand too near to be drawn apart: one cluster where its first stands, with their number. */
import type { Mark } from './mark.ts';

/** Marks of one lane, by time; often only one. */
export type Cluster = readonly [Mark, ...Mark[]];

export interface Room {
  /** A mark takes so much from where it stands. */
  readonly mark: number;
  /** A cluster takes more, for its number. */
  readonly cluster: number;
}

/**
 * The marks of one lane, given by time. What begins where the one before is still drawn joins it: nothing has to make way, so
 * whatever is drawn stands at a time it has.
 */
export function clustersOf(marks: readonly Mark[], xOf: (mark: Mark) => number, room: Room): Cluster[] {
  const clusters: [Mark, ...Mark[]][] = [];
  let taken = Number.NEGATIVE_INFINITY;
  let start = taken;
  for (const mark of marks) {
    const x = xOf(mark);
    const last = clusters.at(-1);
    if (last && x < taken) {
      last.push(mark);
      taken = start + room.cluster;
    } else {
      clusters.push([mark]);
      start = x;
      taken = start + room.mark;
    }
  }
  return clusters;
}

export interface Repeated {
  readonly mark: Mark;
  readonly count: number;
}

/** The marks as a list to read: neighbours that say the same of the same time are one line. */
export function withoutRepeats(marks: readonly Mark[]): Repeated[] {
  const lines: Repeated[] = [];
  for (const mark of marks) {
    const last = lines.at(-1);
    if (last && saysTheSame(last.mark, mark)) lines[lines.length - 1] = { mark: last.mark, count: last.count + 1 };
    else lines.push({ mark, count: 1 });
  }
  return lines;
}

const saysTheSame = (left: Mark, right: Mark) =>
  left.from === right.from && left.to === right.to && left.title === right.title && left.text === right.text;
