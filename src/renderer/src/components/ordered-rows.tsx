/** A list whose order a person makes: rows are dragged by their grip, or moved with Alt and an arrow key or the buttons. */
import { type DragEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { IconButton } from './icon-button.tsx';
import { IconDown, IconGrip, IconUp } from './icons.tsx';
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
  const [dragged, setDragged] = useState<Row | null>(null);
  /** Before which row it would be put; the number of rows for the end. */
  const [target, setTarget] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);

  const move = (row: Row, to: number) => {
    const from = rows.indexOf(row);
    const bounded = Math.min(Math.max(to, 0), rows.length - 1);
    if (bounded === from) return;
    onMove(row, bounded);
    setSaid(`${rowName(from)} is ${rowName(bounded)} now.`);
  };
  const press = (event: KeyboardEvent, row: Row, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    // There it opens the list of choices.
    if (event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    event.stopPropagation();
    move(row, index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  const end = () => {
    setDragged(null);
    setTarget(null);
  };
  const over = (event: DragEvent, index: number) => {
    if (dragged === null) return;
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    setTarget(event.clientY < top + height / 2 ? index : index + 1);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (dragged !== null && target !== null) move(dragged, target > rows.indexOf(dragged) ? target - 1 : target);
    end();
  };
  const mark = (index: number) => {
    if (target === index) return 'before';
    return target === rows.length && index === rows.length - 1 ? 'after' : undefined;
  };

  return (
    <>
      <ol ref={list} className={classes.rows} aria-label={label}>
        {rows.map((row, index) => (
          <li
            key={row.id}
            className={classes.row}
            aria-label={rowName(index)}
            data-dragged={dragged === row || undefined}
            data-drop={mark(index)}
            onKeyDown={(event) => press(event, row, index)}
            onDragOver={(event) => over(event, index)}
            onDrop={drop}
          >
            {children(row, index, {
              grip: (
                // Its keyboard ways are the arrows beside it.
                // biome-ignore lint/a11y/noStaticElementInteractions: see above
                <span
                  className={classes.grip}
                  title="Drag to move, or Alt with an arrow key"
                  draggable
                  onDragStart={(event) => {
                    const element = list.current?.children[index];
                    event.dataTransfer.effectAllowed = 'move';
                    event.dataTransfer.setData('text/plain', rowName(index));
                    if (element) event.dataTransfer.setDragImage(element, 12, 12);
                    setDragged(row);
                  }}
                  onDragEnd={end}
                >
                  <IconGrip size={14} />
                </span>
              ),
              arrows: (
                <>
                  <IconButton
                    name="Move up"
                    icon={IconUp}
                    disabled={index === 0}
                    onClick={() => move(row, index - 1)}
                  />
                  <IconButton
                    name="Move down"
                    icon={IconDown}
                    disabled={index === rows.length - 1}
                    onClick={() => move(row, index + 1)}
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
