/** The lanes for a stage: as many events in sight as there is room for, in rows of which each is whole, and nothing empty below. */
import { EM, type LaidLanes, type LayoutRequest } from './layout.ts';

/** Lanes are at most so many times as high as their words. */
const TALLEST = 1.5;
/** Pixels: a thin one. */
const SCROLLBAR = 12;

/** Lanes in a size of type. */
export interface SizedLanes {
  /** For `width` pixels; columns take more where they need it. */
  readonly lay: (width: number, rows?: Pick<LayoutRequest, 'perRow' | 'wraps' | 'rowHeight'>) => LaidLanes;
  /** Of the type, in pixels. */
  readonly size: number;
}

export interface LanesInRows {
  readonly laid: LaidLanes;
  /** Of the type, in pixels. */
  readonly size: number;
  /** How many rows can be seen at once, each of them whole; at least one. */
  readonly shownRows: number;
}

/** A way to lay them out: with `perRow` columns side by side, of which `rows` rows can be seen. */
interface Choice {
  readonly lanes: SizedLanes;
  readonly perRow: number;
  readonly rows: number;
  /** How many columns that are. */
  readonly inSight: number;
}

/**
 * In the size of type, of `sizes`, and with as many columns side by side that most events can be seen; of equal ones the first size
 * and the narrowest columns. Where only one row has room they are a strip, as everywhere else. Pixels.
 */
export function layInRows(sizes: readonly [SizedLanes, ...SizedLanes[]], width: number, height: number): LanesInRows {
  const [plain] = sizes;
  const [first, ...others] = sizes.flatMap((lanes) => choices(lanes, width, height));
  if (first === undefined) return { laid: plain.lay(width), size: plain.size, shownRows: 1 };
  const { lanes, perRow, rows } = others.reduce((best, each) => (each.inSight > best.inSight ? each : best), first);
  const { rowCount } = lanes.lay(width, { perRow, wraps: 'first full' });
  // Events keep their places as long as all of them can be seen.
  const wraps = rows === 1 ? undefined : rowCount > rows ? 'last full' : 'first full';
  const across = wraps === 'last full' ? width - SCROLLBAR : width;
  const { rowHeight } = lanes.lay(across, { perRow, wraps });
  const filling = Math.min((height / lanes.size + EM.rowGap) / rows - EM.rowGap, TALLEST * rowHeight);
  return { laid: lanes.lay(across, { perRow, wraps, rowHeight: filling }), size: lanes.size, shownRows: rows };
}

/** All that fit, the narrowest columns first. */
function choices(lanes: SizedLanes, width: number, height: number): Choice[] {
  const room = height / lanes.size + EM.rowGap;
  const most = inFirstRow(lanes.lay(width, { wraps: 'first full' }));
  return Array.from({ length: most - 1 }, (_, index) => most - index).flatMap((perRow) => {
    const { columns, rowCount, rowHeight } = lanes.lay(width, { perRow, wraps: 'first full' });
    const rows = Math.min(rowCount, Math.floor(room / (rowHeight + EM.rowGap)));
    return rows < 1 ? [] : [{ lanes, perRow, rows, inSight: Math.min(perRow * rows, columns.length) }];
  });
}

const inFirstRow = ({ columns }: LaidLanes) => columns.filter(({ row }) => row === 0).length;
