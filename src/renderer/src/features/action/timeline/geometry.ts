/** Sizes of the timeline chart, in pixels. */
import type { BoxRules } from '../../../../../views/timeline/mark-boxes.ts';

export const LEFT = 76;
/** Room for the number of a cluster at the end of the axis. */
export const RIGHT = 34;
export const TOP = 20;
export const LANE = 30;
/** From the last lane to the axis, and from there to the end. */
const AXIS_GAP = 13;
export const AXIS_HEIGHT = 46;
export const LABEL_WIDTH = 62;
/** A stretch narrower than this has no room for a mark of its fold. */
export const SMALLEST_FOLD = 18;

export const BOX_RULES: BoxRules = { callWidth: 11, smallestCall: 8, momentDistance: 18, countWidth: 18 };

/** The middle of a lane. */
export const laneY = (index: number) => TOP + LANE * (index + 0.5);
export const axisY = (laneCount: number) => TOP + LANE * laneCount + AXIS_GAP;
