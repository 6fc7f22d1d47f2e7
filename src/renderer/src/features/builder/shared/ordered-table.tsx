/** A table whose rows have an order: their places, and what moves them. */
import type { ReactNode } from 'react';
import type { Section } from '../../../../../shared/edits.ts';
import { IconSortDown, IconSortUp } from '../../../components/icons.tsx';
import type { Column } from '../../../table/column.ts';
import { DataTable } from '../../../table/data-table.tsx';
import classes from './ordered-table.module.css';
import { moveRow, useOrder } from './use-order.ts';

export interface OrderedRow {
  readonly name: string;
  /** From 0. */
  readonly place: number;
}

/** The place of a row, and the handle that it is dragged by. */
export function placeColumn<Row extends OrderedRow>(): Column<Row> {
  return {
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
}

/** Buttons that move a row one place. */
export function moveColumn<Row extends OrderedRow>(section: Section): Column<Row> {
  return {
    key: 'move',
    header: 'Order',
    width: 78,
    render: ({ name }) => (
      <span className={classes.moves}>
        <MoveButton label="Move up" onClick={() => void moveRow(section, name, -1)}>
          <IconSortUp size={13} />
        </MoveButton>
        <MoveButton label="Move down" onClick={() => void moveRow(section, name, 1)}>
          <IconSortDown size={13} />
        </MoveButton>
      </span>
    ),
  };
}

interface MoveButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

export function MoveButton({ label, onClick, children }: MoveButtonProps) {
  return (
    <button type="button" className={classes.move} aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}

const nameOf = ({ name }: OrderedRow) => name;

interface OrderedTableProps<Row> {
  readonly label: string;
  readonly section: Section;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly maxHeight?: string | undefined;
  readonly empty: ReactNode;
}

export function OrderedTable<Row extends OrderedRow>({ section, ...table }: OrderedTableProps<Row>) {
  const order = useOrder(section);
  return (
    // What is pressed or dragged are the rows within it.
    <div className={classes.ordered} {...order}>
      <DataTable {...table} rowKey={nameOf} rowName={nameOf} initialSort={{ key: 'place', direction: 'ascending' }} />
    </div>
  );
}
