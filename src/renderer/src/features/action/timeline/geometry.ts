/** Sizes of the timeline chart, in pixels. */
import { describeDuration } from '../../../../../shared/duration.ts';
import type { BoxRules } from '../../../../../views/timeline/mark-boxes.ts';

export const LEFT = 76;
/** Room for the number of a cluster at the end of the axis. */
export const RIGHT = 34;
export const TOP = 20;
export const LANE = 30;
/** From the last lane to the axis, and from there to the end. */
const AXIS_GAP = 13;
export const AXIS_HEIGHT = 46;
export const LABEL_WIDTH = 64;
/** Of all words in the chart; about what a character of it takes. */
export const TYPE = 12;
export const CHARACTER = 6.8;
/** On the length of a gap, around its text: its ground, and the calls at either end. */
const AROUND_LENGTH = 26;
/** How wide a stretch is that shows its length, beside the calls at its ends. */
export const lengthWidth = (lengthMs: number) => describeDuration(lengthMs).length * CHARACTER + AROUND_LENGTH;
/** A stretch narrower than this has no room for a mark of its fold. */
export const SMALLEST_FOLD = 18;

export const BOX_RULES: BoxRules = { callWidth: 11, smallestCall: 8, momentDistance: 18, countWidth: 18 };

/** The middle of a lane. */
export const laneY = (index: number) => TOP + LANE * (index + 0.5);
export const axisY = (laneCount: number) => TOP + LANE * laneCount + AXIS_GAP;
