/** A list whose order a person makes: rows are dragged by their grip, or moved with Alt and an arrow key or the buttons. */
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useDragList } from './drag-list.ts';
import { IconButton } from './icon-button.tsx';
import { IconDown, IconGrip, IconUp } from './icons.tsx';
import { moveOfKey, placeAfterDrop } from './list-order.ts';
import classes from './ordered-rows.module.css';

interface OrderedRowsProps<Row extends { readonly id: string }> {
  /** The list's accessible name. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** A row's accessible name: `Call 1`. */
  readonly rowName: (index: number) => string;
  /** To which place, counted without the row itself. */
  readonly onMove: (row: Row, to: number) => void;
  /** `grip` starts the row's first line, `arrows` belong to its other buttons. */
  readonly children: (row: Row, index: number, parts: { grip: ReactNode; arrows: ReactNode }) => ReactNode;
}

export function OrderedRows<Row extends { readonly id: string }>(props: OrderedRowsProps<Row>) {
  const { label, rows, rowName, onMove, children } = props;
  const [said, setSaid] = useState('');

  const move = (from: number, to: number) => {
    const row = rows[from];
    const bounded = Math.min(Math.max(to, 0), rows.length - 1);
    if (row === undefined || bounded === from) return;
    onMove(row, bounded);
    setSaid(`${rowName(from)} is ${rowName(bounded)} now.`);
  };
  const indexOf = (id: string) => rows.findIndex((row) => row.id === id);
  const drag = useDragList(({ id, onto, as }) => move(indexOf(id), placeAfterDrop(indexOf(id), indexOf(onto), as)));
  const press = (event: KeyboardEvent, index: number) => {
    const by = moveOfKey(event);
    if (by === null) return;
    event.preventDefault();
    event.stopPropagation();
    move(index, index + by);
  };

  return (
    <>
      <ol className={classes.rows} aria-label={label}>
        {rows.map((row, index) => (
          <li
            key={row.id}
            ref={drag.target(row.id)}
            aria-label={rowName(index)}
            onKeyDown={(event) => press(event, index)}
          >
            {children(row, index, {
              grip: (
                // Its keyboard ways are the arrows beside it.
                <span ref={drag.handle(row.id)} className={classes.grip} title="Drag to move, or Alt with an arrow key">
                  <IconGrip size={14} />
                </span>
              ),
              arrows: (
                <>
                  <IconButton
                    name="Move up"
                    icon={IconUp}
                    disabled={index === 0}
                    onClick={() => move(index, index - 1)}
                  />
                  <IconButton
                    name="Move down"
                    icon={IconDown}
                    disabled={index === rows.length - 1}
                    onClick={() => move(index, index + 1)}
                  />
                </>
              ),
            })}
          </li>
        ))}
      </ol>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </>
  );
}
