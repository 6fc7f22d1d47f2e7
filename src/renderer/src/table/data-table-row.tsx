/** One row of a `DataTable`. Drawn again only when its own row, its place or its selection changed. */
import { type KeyboardEvent, type MouseEvent, memo, type RefCallback } from 'react';
import type { About } from '../components/about.ts';
import type { Column } from './column.ts';
import classes from './data-table.module.css';

/** What the table does with a row; one object for the table's life. */
export interface RowHandlers<Row> {
  readonly focused: (row: Row) => void;
  readonly opened: (row: Row) => void;
  readonly toggled: (row: Row) => void;
  readonly pressed: (event: KeyboardEvent<HTMLTableRowElement>, row: Row, index: number) => void;
}

interface DataTableRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly tone: 'danger' | undefined;
  readonly aboutRow: ((row: Row) => About) | undefined;
  readonly rowRef: ((row: Row) => RefCallback<HTMLTableRowElement>) | undefined;
  /** Whether Tab comes here. */
  readonly isActive: boolean;
  readonly canOpen: boolean;
  /** `undefined` where rows cannot be selected. */
  readonly isSelected: boolean | undefined;
  readonly handlers: RowHandlers<Row>;
}

function Row<R>(props: DataTableRowProps<R>) {
  const { row, index, name, columns, tone, aboutRow, rowRef, isActive, canOpen, isSelected, handlers } = props;
  const onClick = (event: MouseEvent<HTMLTableRowElement>) => {
    const onControl = event.target instanceof Element && event.target.closest('a, button, input, label') !== null;
    if (!onControl && window.getSelection()?.type !== 'Range') handlers.opened(row);
  };
  return (
    <tr
      ref={rowRef?.(row)}
      {...aboutRow?.(row)}
      data-index={index}
      aria-rowindex={index + 2}
      aria-label={name}
      data-tone={tone}
      data-selected={isSelected || undefined}
      data-opens={canOpen || undefined}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => handlers.focused(row)}
      onKeyDown={(event) => handlers.pressed(event, row, index)}
      onClick={onClick}
    >
      {isSelected !== undefined && (
        <td className={classes.select}>
          <input
            type="checkbox"
            className={classes.checkbox}
            aria-label={`Select ${name}`}
            checked={isSelected}
            onChange={() => handlers.toggled(row)}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.key} data-align={column.align} onMouseEnter={showWholeText}>
          {column.long ? <span className={classes.long}>{column.render(row)}</span> : column.render(row)}
        </td>
      ))}
    </tr>
  );
}

export const DataTableRow = memo(Row) as typeof Row;

/** Text that is cut is there in full on hover. */
function showWholeText({ currentTarget: cell }: MouseEvent<HTMLTableCellElement>): void {
  const isCut =
    cell.scrollWidth > cell.clientWidth ||
    [...cell.children].some(
      (child) => child.scrollWidth > child.clientWidth || child.scrollHeight > child.clientHeight + 1,
    );
  if (isCut) cell.title = cell.textContent ?? '';
  else cell.removeAttribute('title');
}
