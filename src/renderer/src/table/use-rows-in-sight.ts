/** Which rows of a `DataTable` are drawn: those in sight and some around them. */
import { type Rect, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useDeferredValue } from 'react';

export const ROW_HEIGHT = 36;
/** Rows drawn beyond either edge, but not in the first frame of a table or of another order. */
const OVERSCAN = 6;
/** So high a table is thought to be until it is laid out: short ones are there at once, long ones begin to be. */
const FIRST_RECT: Rect = { width: 0, height: 12 * ROW_HEIGHT };

type Table = Virtualizer<HTMLDivElement, HTMLTableRowElement>;

/** Tells the table's size once the browser has laid it out. To ask for it before would lay out everything twice. */
function observeRect({ scrollElement }: Table, onRect: (rect: Rect) => void) {
  if (scrollElement === null) return;
  const observer = new ResizeObserver(() =>
    onRect({ width: scrollElement.offsetWidth, height: scrollElement.offsetHeight }),
  );
  observer.observe(scrollElement);
  return () => observer.disconnect();
}

/** `order` says in words how the rows are sorted. */
export function useRowsInSight<Row>(
  scroller: RefObject<HTMLDivElement | null>,
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  order: string,
): Table {
  const drawnOrder = useDeferredValue(order, '');
  return useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    // With another function every row is measured again: while one scrolls it is the same.
    getItemKey: useCallback((index: number) => rowKey(rows[index] as Row), [rows, rowKey]),
    initialRect: FIRST_RECT,
    observeElementRect: observeRect,
    overscan: drawnOrder === order ? OVERSCAN : 0,
    // The header sticks to the top and covers what is under it.
    scrollPaddingStart: ROW_HEIGHT,
    // Rows beyond the edges are drawn already: scrolling need not wait for the next ones.
    useFlushSync: false,
  });
}
