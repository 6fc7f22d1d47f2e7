/** A table whose rows have an order: their places, and what moves them. */
import { type KeyboardEvent, type ReactNode, useCallback, useMemo } from 'react';
import type { Section } from '../../../shared/edits.ts';
import { type DragList, useDragList } from '../components/drag-list.ts';
import { IconButton } from '../components/icon-button.tsx';
import { IconDown, IconGrip, IconUp } from '../components/icons.tsx';
import { moveOfKey, placeAfterDrop } from '../components/list-order.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { moveBy, moveTo, namesIn } from './definition-verbs.ts';
import classes from './ordered-table.module.css';

export interface OrderedRow {
  readonly name: string;
  /** From 0. */
  readonly place: number;
}

/** The place of a row, and the handle that it is dragged by. */
const placeColumn = ({ handle }: DragList): Column<OrderedRow> => ({
  key: 'place',
  header: '#',
  width: 68,
  render: ({ name, place }) => (
    <span ref={handle(name)} className={classes.place} title="Drag to another place, or press Alt and an arrow key">
      <IconGrip size={14} />
      {place + 1}
    </span>
  ),
  sortValue: ({ place }) => place,
});

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
  const drag = useDragList(({ id, onto, as }) => {
    const names = [...namesIn(section)];
    void moveTo(section, id, placeAfterDrop(names.indexOf(id), names.indexOf(onto), as));
  });
  const all = useMemo(
    () => [placeColumn(drag), ...columns, verbs ?? moveColumn(section)],
    [drag, columns, verbs, section],
  );
  const rowRef = useCallback(({ name }: Row) => drag.target(name), [drag]);
  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof Element ? event.target.closest('tbody tr[aria-label]') : null;
    const name = row?.getAttribute('aria-label');
    const by = moveOfKey(event);
    if (!name || by === null) return;
    event.preventDefault();
    void moveRow(section, name, by);
  };
  return (
    // What is pressed are the rows within it.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div className={classes.ordered} onKeyDown={onKeyDown}>
      <DataTable
        {...table}
        columns={all}
        rowKey={nameOf}
        rowName={nameOf}
        rowRef={rowRef}
        initialSort={{ key: 'place', direction: 'ascending' }}
        maxHeight="calc(100dvh - 242px)"
      />
    </div>
  );
}

/** Moves a row by the keyboard and keeps it in sight, with the focus where it was. */
async function moveRow(section: Section, name: string, by: -1 | 1): Promise<void> {
  await moveBy(section, name, by);
  // The row is at its new place by the frame after next.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.activeElement?.closest('tr')?.scrollIntoView({ block: 'nearest' })),
  );
}
