/** Where everything on a ruler lies, in pixels: lines with their labels on top, calls in rows, the response window, the axis. */
import type { Outage } from '../../../../views/verdict/outage.ts';
import { sinceLaunch } from '../../../../views/words/time-words.ts';
import type { TimeScale } from '../time-scale.ts';
import { MOST_ROWS, rowsOf } from './mark-rows.ts';
import { END_KINDS, type RulerKind } from './ruler-kinds.ts';
import { besideBar, besideMark, type PlacedLabel, type RulerLabel } from './ruler-label.ts';
import type { RulerModel } from './ruler-model.ts';
import { callInWords, dueInWords, endInShort, endInWords, responseInWords, unreachedInWords } from './ruler-words.ts';

export interface RulerMark {
  readonly key: string;
  readonly kind: RulerKind;
  readonly at: number;
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly number?: number | undefined;
  readonly width?: number | undefined;
  readonly isOpen?: boolean | undefined;
  readonly isSmall?: boolean | undefined;
  readonly label?: RulerLabel | undefined;
  /** A line from it down to the axis. */
  readonly line?: 'stem' | 'solid' | 'dashed' | undefined;
}

interface RulerLayout {
  readonly marks: readonly RulerMark[];
  readonly outage: { readonly from: number; readonly to: number } | null;
  /** Of the plot, without the axis. */
  readonly height: number;
  /** Calls stand so close that they need more than one row. */
  readonly isCrowded: boolean;
  /** Calls stand so close that some have no number. */
  readonly isOvercrowded: boolean;
}

const LABEL_ROW = 22;
const CALL_ROW = 22;
const RESPONSE_ROW = 24;
const CALL_ROOM = 20;
const SMALLEST_BAR = 4;

interface LayoutOptions {
  readonly scale: TimeScale;
  readonly width: number;
  readonly outage: Outage | null;
  /** The number of the call that gets through the outage. */
  readonly through: number | null;
}

export function layoutRuler(model: RulerModel, { scale, width, outage, through }: LayoutOptions): RulerLayout {
  const xOf = (at: number) => Math.round(Math.min(scale.positionOf(at), 1) * width * 10) / 10;
  const marks: RulerMark[] = [];
  let top = 0;
  /** A row for a mark and what its label needs above it; the middle of the mark. */
  const nextRow = (height: number, { above }: Pick<PlacedLabel, 'above'>) => {
    top += above + height;
    return top - height / 2;
  };

  if (model.due !== null) {
    const { at, closes } = model.due;
    const x = xOf(at);
    const placed = besideMark(
      [closes ? 'Due date, auto-complete' : 'Due date, only overdue', sinceLaunch(at)],
      x,
      width,
    );
    marks.push({
      key: 'due',
      kind: closes ? 'due closes' : 'due overdue',
      at,
      words: dueInWords(model.due),
      x,
      y: nextRow(LABEL_ROW, placed),
      label: placed.label,
      line: closes ? 'solid' : 'dashed',
    });
  }
  if (model.end !== null) {
    const { at, ending } = model.end;
    const x = xOf(at);
    const placed = besideMark([endInShort(model.end), sinceLaunch(at)], x, width);
    marks.push({
      key: 'end',
      kind: END_KINDS[ending],
      at,
      words: endInWords(model.end),
      x,
      y: nextRow(LABEL_ROW, placed),
      label: placed.label,
      line: 'solid',
    });
  }

  const unreached = model.unreached.filter(({ at }) => at <= scale.maxMs);
  const calls = [...model.calls, ...unreached];
  const rows = rowsOf(
    calls.map(({ at }) => xOf(at)),
    CALL_ROOM,
  );
  const rowCount = Math.max(...rows.map((row) => (row ?? MOST_ROWS - 1) + 1));
  top += rowCount * CALL_ROW + 4;
  const firstRow = top - CALL_ROW / 2;
  for (const [index, call] of calls.entries()) {
    const isMade = index < model.calls.length;
    const isThrough = call.callNumber === through;
    const row = rows[index] ?? null;
    marks.push({
      key: `call ${call.callNumber}`,
      kind: isThrough ? 'through' : isMade ? 'call' : 'unreached',
      at: call.at,
      words: `${isMade ? callInWords(call) : unreachedInWords(call)}${isThrough ? ': connects' : ''}`,
      x: xOf(call.at),
      y: firstRow - (row ?? 0) * CALL_ROW,
      number: call.callNumber,
      isSmall: row === null,
      line: 'stem',
    });
  }

  if (model.response !== null) {
    const { from, until } = model.response;
    const x = xOf(from);
    const bar = { x, width: Math.max((until === null ? width : xOf(until)) - x, SMALLEST_BAR) };
    const text = `response awaited ${until === null ? 'without limit' : `until ${sinceLaunch(until)}`}`;
    const placed = besideBar(text, bar, width);
    marks.push({
      key: 'response',
      kind: 'response',
      at: from,
      words: responseInWords(model) ?? '',
      ...bar,
      y: nextRow(RESPONSE_ROW, placed),
      isOpen: until === null,
      label: placed.label,
    });
  }
  const isOutage = outage !== null && outage.lengthMs > 0 && outage.fromMs < scale.maxMs;
  return {
    marks,
    outage: isOutage ? { from: xOf(outage.fromMs), to: xOf(outage.fromMs + outage.lengthMs) } : null,
    height: top + 4,
    isCrowded: rowCount > 1,
    isOvercrowded: rows.includes(null),
  };
}
