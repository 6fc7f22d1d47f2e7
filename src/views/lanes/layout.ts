/**
 * Where everything on the lanes stands: equal columns, one a slot, each text whole in its column; a last column for what goes on. All in
 * units of the type's size, so that a screen and a projector show the same picture.
 */
import { DAY_MS, describeDuration } from '../../shared/duration.ts';
import { calendarDay } from '../../shared/instant.ts';
import type { Instant } from '../../shared/model.ts';
import { timeOfDay } from '../words/time-words.ts';
import { breakLines, type Measure, widestWord } from './break-lines.ts';
import { LANES, type Lane, type LaneItem, type LaneState, type Present, type Slot, stateInWords } from './lane.ts';

/** Of everything, in sizes of the type. */
export const EM = {
  line: 1.35,
  /** Around the contents of a column and of a lane. */
  pad: 0.5,
  /** The mark before a text. */
  mark: 1.6,
  /** Time, and how much later. */
  head: 3.3,
  names: 7.4,
  /** A column is at least, and at most so wide. */
  narrowest: 9.4,
  widest: 16,
  /** What goes on takes so many columns, or what is left. */
  present: 1.5,
  /** Between rows. */
  rowGap: 1,
} as const;

export interface LaidItem {
  readonly item: LaneItem;
  readonly lines: readonly string[];
  readonly y: number;
}

export interface LaidState {
  readonly state: LaneState;
  readonly lines: readonly string[];
  readonly detail: readonly string[];
  readonly y: number;
  readonly height: number;
}

export interface Column {
  /** `null` for what goes on. */
  readonly slot: Slot | null;
  /** When, and how long after the one before; of what goes on the clock says when. */
  readonly when: string;
  readonly later: string;
  readonly row: number;
  readonly x: number;
  readonly width: number;
  readonly items: readonly LaidItem[];
  readonly states: readonly LaidState[];
}

export interface LaidLanes {
  readonly columns: readonly Column[];
  /** Within a row. */
  readonly lanes: readonly { readonly lane: Lane; readonly y: number; readonly height: number }[];
  readonly width: number;
  readonly rowHeight: number;
  readonly rowCount: number;
}

export interface LayoutRequest {
  readonly slots: readonly Slot[];
  readonly present: Present;
  /** Of the clock: another day comes with its date. */
  readonly startAt: Instant;
  /** In ems; the columns take more where they need it. */
  readonly width: number;
  /** So many columns side by side; without it as many as the width has room for. */
  readonly perRow?: number;
  /** Whether the others stand in rows of their own, of which the first or the last is full; else all stand in one, which is wider. */
  readonly wraps?: 'first full' | 'last full' | undefined;
  /** In ems, of each row: where the lanes need less, they share what is left. */
  readonly rowHeight?: number;
  /** Of text in ems, strong or not. */
  readonly measure: { readonly plain: Measure; readonly strong: Measure };
}

/** Lays the lanes out. */
export function layLanes({
  slots,
  present,
  startAt,
  width,
  perRow,
  wraps,
  rowHeight = 0,
  measure,
}: LayoutRequest): LaidLanes {
  const contents = [
    ...slots.map((slot, index) => ({ slot, ...headOf(slot, slots[index - 1]?.at ?? startAt), ...slot })),
    { slot: null, when: 'now', later: '', items: present.items, states: [present.state] },
  ];
  const { columnWidth, inSight } = columnsOf(contents, width, measure, perRow);
  const count = wraps === undefined ? contents.length : inSight + 1;
  /** What the first row lacks. */
  const lacking = wraps === 'last full' ? (count - (contents.length % count)) % count : 0;
  const beforePresent = EM.names + columnWidth * ((lacking + contents.length - 1) % count);
  const presentWidth = Math.max(columnWidth * EM.present, width - beforePresent);
  const set = contents.map(({ slot, when, later, items, states }) => {
    const room = (slot === null ? presentWidth : columnWidth) - 2 * EM.pad;
    return {
      slot,
      when,
      later,
      items: items.map((item) => ({ item, lines: breakLines(item.words, room - EM.mark, measure.plain) })),
      states: states.map((state) => ({
        state,
        lines: breakLines(stateInWords(state), room - EM.mark, measure.strong),
        detail: state.detail === null ? [] : breakLines(state.detail, room, measure.plain),
      })),
    };
  });
  const wordsHeight = Math.max(...set.map(({ states }) => heightOfState(states.at(-1))));
  const needed = LANES.map(
    (lane) => Math.max(...set.map((column) => heightIn(lane, column, wordsHeight))) + 2 * EM.pad,
  );
  const spare = Math.max(0, rowHeight - needed.reduce((sum, height) => sum + height, EM.head)) / LANES.length;
  const bandHeight = wordsHeight + spare;
  let y: number = EM.head;
  const lanes = LANES.map((lane, index) => {
    const height = (needed[index] ?? 0) + spare;
    const laid = { lane, y, height };
    y += height;
    return laid;
  });
  const columns = set.map(
    ({ slot, when, later, items, states }, index): Column => ({
      slot,
      when,
      later,
      row: Math.floor((lacking + index) / count),
      x: EM.names + columnWidth * (lacking + index < count ? index : (lacking + index) % count),
      width: slot === null ? presentWidth : columnWidth,
      items: lanes.flatMap(({ lane, y: top }) => stacked(ofLane(items, lane), top + EM.pad, heightOfItem)),
      states: lanes.flatMap(({ lane, y: top, height }) =>
        lane === 'Action' ? inActionLane(states, top + EM.pad, top + height - EM.pad - bandHeight, bandHeight) : [],
      ),
    }),
  );
  return {
    columns,
    lanes,
    width: Math.max(...columns.map((column) => column.x + column.width)),
    rowHeight: y,
    rowCount: Math.ceil(contents.length / count),
  };
}

/** The date where it is another one than before; no time went by between what people do while the clock stands. */
function headOf({ at, sinceMs }: Slot, before: Instant): Pick<Column, 'when' | 'later'> {
  const isNewDay = Math.floor(at / DAY_MS) !== Math.floor(before / DAY_MS);
  const { day, month } = calendarDay(at);
  const later = sinceMs === null ? '' : sinceMs === 0 ? 'at once' : `${describeDuration(sinceMs)} later`;
  return { when: `${isNewDay ? `${day} ${month} ` : ''}${timeOfDay(at)}`, later };
}

type Contents = Pick<Column, 'when' | 'later'> & Pick<Slot, 'items' | 'states'>;

/** How wide they are, and how many of them can be seen at once beside the one of what goes on. */
function columnsOf(
  contents: readonly Contents[],
  width: number,
  { plain, strong }: LayoutRequest['measure'],
  perRow?: number,
): { readonly columnWidth: number; readonly inSight: number } {
  const words = contents.flatMap(({ when, later, items, states }) => [
    strong(when),
    plain(later),
    ...items.map((item) => widestWord(item.words, plain) + EM.mark),
    ...states.map((state) => widestWord(stateInWords(state), strong) + EM.mark),
    ...states.map(({ detail }) => widestWord(detail ?? '', plain)),
  ]);
  const needed = Math.min(Math.max(EM.narrowest, ...words.map((each) => each + 2 * EM.pad)), EM.widest);
  // Where there is room they are wider, so that texts take fewer lines; where there is none, whole ones fill what is in sight.
  const room = width - EM.names;
  const wanted = perRow === undefined ? Math.floor(room / needed - EM.present) : perRow - 1;
  const inSight = Math.min(Math.max(wanted, 1), contents.length - 1);
  // Where there are more, what is in sight fills the room; else what goes on does.
  const widest = inSight < contents.length - 1 ? Number.POSITIVE_INFINITY : EM.widest;
  return { columnWidth: Math.max(needed, Math.min(room / (inSight + EM.present), widest)), inSight };
}

type SetItem = Omit<LaidItem, 'y'>;
type SetState = Omit<LaidState, 'y' | 'height'>;

const ofLane = (items: readonly SetItem[], lane: Lane) => items.filter(({ item }) => item.lane === lane);
const heightOfItem = ({ lines }: SetItem) => lines.length * EM.line;
/** A state has a ground of its own around its words. */
const heightOfState = (state: SetState | undefined) =>
  state === undefined ? 0 : (state.lines.length + state.detail.length) * EM.line + EM.pad;

type SetColumn = { readonly items: readonly SetItem[]; readonly states: readonly SetState[] };

function heightIn(lane: Lane, { items, states }: SetColumn, bandHeight: number): number {
  if (lane === 'Action')
    return states.slice(0, -1).reduce((sum, state) => sum + heightOfState(state) + EM.pad, bandHeight);
  return Math.max(
    ofLane(items, lane).reduce((sum, item) => sum + heightOfItem(item), 0),
    EM.line,
  );
}

/** One under the other from `top` on. */
function stacked<T>(parts: readonly T[], top: number, heightOf: (part: T) => number, gap = 0): (T & { y: number })[] {
  let y = top;
  return parts.map((part) => {
    const placed = { ...part, y };
    y += heightOf(part) + gap;
    return placed;
  });
}

/** The last one on the band, which is as high everywhere and so goes on from column to column; those before it above. */
function inActionLane(states: readonly SetState[], top: number, bandTop: number, bandHeight: number): LaidState[] {
  const passed = stacked(states.slice(0, -1), top, heightOfState, EM.pad);
  return [
    ...passed.map((state) => ({ ...state, height: heightOfState(state) })),
    ...states.slice(-1).map((state) => ({ ...state, y: bandTop, height: bandHeight })),
  ];
}
