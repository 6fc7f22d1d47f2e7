/** A short table: all of its rows are drawn, in the order they are given. Longer ones are a `DataTable`. */
import { Fragment, type MouseEvent, type ReactNode } from 'react';
import classes from './plain-table.module.css';
import base from './table.module.css';

export interface PlainColumn<Row> {
  readonly key: string;
  readonly header: ReactNode;
  /** What exactly it means, on hover. */
  readonly help?: string | undefined;
  readonly align?: 'left' | 'right' | undefined;
  /** Its cells are the headers of their rows. */
  readonly isName?: boolean | undefined;
  /** Begins a group: with a line before it. */
  readonly begins?: boolean | undefined;
  /** Of the column, in pixels or as a CSS length. */
  readonly width?: number | string | undefined;
  /** The exact text, on hover. */
  readonly titleOf?: ((row: Row) => string | undefined) | undefined;
  readonly render: (row: Row, index: number) => ReactNode;
}

interface Group {
  readonly label: string;
  /** How many columns it has. */
  readonly span: number;
}

interface PlainTableProps<Row> {
  /** The table's accessible name. */
  readonly label: string;
  readonly columns: readonly PlainColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string | number;
  /** The row's accessible name; its cells without it. */
  readonly rowName?: ((row: Row) => string) | undefined;
  /** A CSS class of the row. */
  readonly rowClass?: ((row: Row) => string | undefined) | undefined;
  /** A click on the row, beside what is in it: for the mouse, where a control in the row does the same. */
  readonly onRow?: ((row: Row) => void) | undefined;
  /** Stands below its row, over all columns; `null` where nothing does. */
  readonly detailOf?: ((row: Row) => ReactNode) | undefined;
  /** Headers over several columns, over all of them together. */
  readonly groups?: readonly Group[] | undefined;
  /** In a card with padding: little room between columns, and none at the edges. */
  readonly isTight?: boolean | undefined;
  /** In pixels: where it is higher it scrolls, also by the arrow keys. */
  readonly maxHeight?: number | undefined;
  readonly className?: string | undefined;
}

export function PlainTable<Row>(props: PlainTableProps<Row>) {
  const { label, columns, rows, rowKey, rowName, rowClass, onRow, detailOf, groups, isTight, maxHeight, className } =
    props;
  const table = (
    <table
      className={`${base.table} ${classes.plain} ${className ?? ''}`}
      aria-label={label}
      data-tight={isTight || undefined}
    >
      <thead>
        {groups !== undefined && (
          <tr>
            {groups.map((group) => (
              <GroupCell key={group.label} {...group} />
            ))}
          </tr>
        )}
        <tr>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const detail = detailOf?.(row) ?? null;
          return (
            <Fragment key={rowKey(row, index)}>
              <tr
                aria-label={rowName?.(row)}
                className={rowClass?.(row)}
                data-open={detail !== null || undefined}
                onClick={onRow && ((event) => isBesideControls(event) && onRow(row))}
              >
                {columns.map(({ key, align, begins, isName, titleOf, render }) => {
                  const cell = { title: titleOf?.(row), 'data-align': align, 'data-begins': begins };
                  return isName ? (
                    <th key={key} scope="row" {...cell}>
                      {render(row, index)}
                    </th>
                  ) : (
                    <td key={key} {...cell}>
                      {render(row, index)}
                    </td>
                  );
                })}
              </tr>
              {detail !== null && (
                <tr>
                  <td colSpan={columns.length}>{detail}</td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
  if (maxHeight === undefined) return <div className={classes.wide}>{table}</div>;
  return (
    // The arrow keys scroll it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div className={classes.scroller} style={{ maxHeight }} tabIndex={0}>
      {table}
    </div>
  );
}

function isBesideControls({ target }: MouseEvent): boolean {
  const isOnControl = target instanceof Element && target.closest('a, button, input, label') !== null;
  return !isOnControl && window.getSelection()?.type !== 'Range';
}

/** A cell without words is not a header. */
function HeaderCell<Row>({ column }: { readonly column: PlainColumn<Row> }) {
  const { header, help, align, begins, width } = column;
  if (header === '') return <td data-begins={begins} style={{ width }} />;
  return (
    <th scope="col" title={help} data-align={align} data-begins={begins} style={{ width }}>
      {header}
    </th>
  );
}

/** One without a label is over the columns that are in no group. */
function GroupCell({ label, span }: Group) {
  if (label === '') return <td colSpan={span} />;
  return (
    <th scope="colgroup" colSpan={span} data-align="center" data-begins>
      {label}
    </th>
  );
}
