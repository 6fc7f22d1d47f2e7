/** A table whose rows have an order: their places, and what moves them. */
import { type ReactNode, useMemo } from 'react';
import type { Section } from '../../../shared/edits.ts';
import { IconButton } from '../components/icon-button.tsx';
import { IconDown, IconUp } from '../components/icons.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import classes from './ordered-table.module.css';
import { moveRow, useOrder } from './use-order.ts';

export interface OrderedRow {
  readonly name: string;
  /** From 0. */
  readonly place: number;
}

/** The place of a row, and the handle that it is dragged by. */
const placeColumn: Column<OrderedRow> = {
  key: 'place',
  header: '#',
  width: 56,
  render: ({ place }) => (
    <span className={classes.place} draggable title="Drag to another place, or press Alt and an arrow key">
      <span className={classes.handle} aria-hidden="true" />
      {place + 1}
    </span>
  ),
  sortValue: ({ place }) => place,
};

/** Buttons that move a row one place. */
const moveColumn = (section: Section): Column<OrderedRow> => ({
  key: 'move',
  header: 'Order',
  width: 82,
  render: ({ name }) => (
    <>
      <IconButton name="Move up" icon={IconUp} onClick={() => void moveRow(section, name, -1)} />
      <IconButton name="Move down" icon={IconDown} onClick={() => void moveRow(section, name, 1)} />
    </>
  ),
});

const nameOf = ({ name }: OrderedRow) => name;

interface OrderedTableProps<Row> {
  readonly label: string;
  readonly section: Section;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** Instead of the buttons that move a row. */
  readonly verbs: Column<Row> | undefined;
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly empty: ReactNode;
}

export function OrderedTable<Row extends OrderedRow>({ section, columns, verbs, ...table }: OrderedTableProps<Row>) {
  const order = useOrder(section);
  const all = useMemo(() => [placeColumn, ...columns, verbs ?? moveColumn(section)], [columns, verbs, section]);
  return (
    // What is pressed or dragged are the rows within it.
    <div className={classes.ordered} {...order}>
      <DataTable
        {...table}
        columns={all}
        rowKey={nameOf}
        rowName={nameOf}
        initialSort={{ key: 'place', direction: 'ascending' }}
        maxHeight="calc(100dvh - 242px)"
      />
    </div>
  );
}
