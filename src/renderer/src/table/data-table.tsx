/** A table of any length: only the rows in sight are drawn. Sorted by its headers, walked with the arrow keys. */
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type RefCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { About } from '../components/about.ts';
import { IconDown, IconUp } from '../components/icons.tsx';
import type { Column } from './column.ts';
import classes from './data-table.module.css';
import { DataTableRow, type RowHandlers } from './data-table-row.tsx';
import { createSorter, type Sort } from './sorting.ts';
import base from './table.module.css';
import { ROW_HEIGHT, useRowsInSight } from './use-rows-in-sight.ts';

interface DataTableProps<Row> {
  /** The table's accessible name. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** The row's accessible name: its reference. */
  readonly rowName: (row: Row) => string;
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Keys of the selected rows; with `onSelect` each row has a checkbox. */
  readonly selected?: ReadonlySet<string> | undefined;
  readonly onSelect?: ((selected: ReadonlySet<string>) => void) | undefined;
  readonly initialSort?: Sort | undefined;
  /** Shown if there are no rows. */
  readonly empty: ReactNode;
  readonly rowTone?: ((row: Row) => 'danger' | undefined) | undefined;
  /** What a row is about, where it can change by itself. Keep it the same function. */
  readonly rowAbout?: ((row: Row) => About) | undefined;
  /** Gets hold of a drawn row's element, such as to drop things at it. Keep it the same function. */
  readonly rowRef?: ((row: Row) => RefCallback<HTMLTableRowElement>) | undefined;
  /** How high it may grow before it scrolls, any CSS length; whole rows of it are used. */
  readonly maxHeight?: string | undefined;
}

const SELECT_WIDTH = 40;
const FLEXIBLE_MIN_WIDTH = 110;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowKey, rowName, onOpen, selected, onSelect, empty, rowTone, rowAbout, rowRef } = props;
  const [sort, setSort] = useState(props.initialSort);
  const [sorter] = useState(() => createSorter(rowKey));
  const sortColumn = columns.find(({ key }) => key === sort?.key);
  const sortValue = sortColumn?.sortValue;
  const direction = sort?.direction ?? 'ascending';
  const sorted = useMemo(() => sorter(rows, sortValue, direction), [sorter, rows, sortValue, direction]);

  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRowsInSight(scroller, sorted, rowKey, `${direction} ${sort?.key}`);
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);

  // One row can be reached with Tab; the arrows move on from it.
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const activeIndex = Math.max(0, activeKey === null ? 0 : sorted.findIndex((row) => rowKey(row) === activeKey));
  const focusNext = useRef<number | null>(null);
  useEffect(() => {
    if (focusNext.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${focusNext.current}"]`);
    if (!row) return;
    focusNext.current = null;
    row.focus({ preventScroll: true });
  });

  const moveTo = (index: number) => {
    const bounded = Math.min(Math.max(index, 0), sorted.length - 1);
    const target = sorted[bounded];
    if (target === undefined) return;
    focusNext.current = bounded;
    setActiveKey(rowKey(target));
    virtualizer.scrollToIndex(bounded, { align: 'auto' });
  };

  const toggle = (row: Row) => {
    const next = new Set(selected);
    if (!next.delete(rowKey(row))) next.add(rowKey(row));
    onSelect?.(next);
  };

  const press = (event: KeyboardEvent<HTMLTableRowElement>, row: Row, index: number) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    if (event.key === 'ArrowDown') moveTo(index + 1);
    else if (event.key === 'ArrowUp') moveTo(index - 1);
    else if (event.key === 'PageDown') moveTo(index + page);
    else if (event.key === 'PageUp') moveTo(index - page);
    else if (event.key === 'Enter' && onOpen) onOpen(row);
    else if (event.key === ' ' && onSelect) toggle(row);
    else return;
    event.preventDefault();
  };

  // The rows get handlers that never change, and these call the latest: a new render of the table is none of its rows.
  const focused = (row: Row) => setActiveKey(rowKey(row));
  const latest = useRef({ focused, opened: onOpen, toggled: toggle, pressed: press });
  useLayoutEffect(() => {
    latest.current = { focused, opened: onOpen, toggled: toggle, pressed: press };
  });
  const [handlers] = useState<RowHandlers<Row>>(() => ({
    focused: (row) => latest.current.focused(row),
    opened: (row) => latest.current.opened?.(row),
    toggled: (row) => latest.current.toggled(row),
    pressed: (event, row, index) => latest.current.pressed(event, row, index),
  }));

  const columnCount = columns.length + (onSelect ? 1 : 0);
  const minWidth = columns.reduce((sum, { width }) => sum + (width ?? FLEXIBLE_MIN_WIDTH), onSelect ? SELECT_WIDTH : 0);

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      style={props.maxHeight === undefined ? undefined : ({ '--most-height': props.maxHeight } as CSSProperties)}
    >
      <table
        className={`${base.table} ${classes.table}`}
        aria-label={label}
        aria-rowcount={sorted.length + 1}
        style={{ minWidth }}
      >
        <colgroup>
          {onSelect && <col style={{ width: SELECT_WIDTH }} />}
          {columns.map(({ key, width }) => (
            <col key={key} style={width === undefined ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {onSelect && <SelectAll rows={sorted} rowKey={rowKey} selected={selected ?? NONE} onSelect={onSelect} />}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} columnCount={columnCount} />}
          {items.map(({ index, key }) => {
            const row = sorted[index] as Row;
            return (
              <DataTableRow
                key={key}
                row={row}
                index={index}
                name={rowName(row)}
                columns={columns}
                tone={rowTone?.(row)}
                aboutRow={rowAbout}
                rowRef={rowRef}
                isActive={index === activeIndex}
                canOpen={onOpen !== undefined}
                isSelected={onSelect && (selected?.has(rowKey(row)) ?? false)}
                handlers={handlers}
              />
            );
          })}
          {after > 0 && <Spacer height={after} columnCount={columnCount} />}
        </tbody>
      </table>
      {sorted.length === 0 && empty}
    </div>
  );
}

const NONE: ReadonlySet<string> = new Set();

interface SelectAllProps<Row> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

/** Selects every row that the list shows; where some are selected, none. */
function SelectAll<Row>({ rows, rowKey, selected, onSelect }: SelectAllProps<Row>) {
  const selectedCount = selected.size === 0 ? 0 : rows.filter((row) => selected.has(rowKey(row))).length;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = selectedCount > 0 && selectedCount < rows.length;
  });
  return (
    <th scope="col" className={classes.select}>
      <input
        ref={box}
        type="checkbox"
        className={classes.checkbox}
        aria-label="Select all"
        checked={rows.length > 0 && selectedCount === rows.length}
        onChange={() => onSelect(selectedCount > 0 ? NONE : new Set(rows.map(rowKey)))}
      />
    </th>
  );
}

interface HeaderCellProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: (sort: Sort) => void;
}

function HeaderCell<Row>({ column: { key, header, align, sortValue }, sort, onSort }: HeaderCellProps<Row>) {
  if (sortValue === undefined) {
    return (
      <th scope="col" data-align={align}>
        {header}
      </th>
    );
  }
  const direction = sort?.key === key ? sort.direction : undefined;
  return (
    <th scope="col" data-align={align} aria-sort={direction ?? 'none'}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => onSort({ key, direction: direction === 'ascending' ? 'descending' : 'ascending' })}
      >
        {header}
        {direction === 'ascending' && <IconUp size={12} />}
        {direction === 'descending' && <IconDown size={12} />}
      </button>
    </th>
  );
}

/** Stands for the rows that are out of sight. */
function Spacer({ height, columnCount }: { readonly height: number; readonly columnCount: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a table row without tabindex takes no focus
    <tr aria-hidden="true">
      <td className={classes.space} colSpan={columnCount} style={{ height }} />
    </tr>
  );
}
