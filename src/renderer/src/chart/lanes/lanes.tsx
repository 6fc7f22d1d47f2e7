/** An Action's life by event, on lanes: it follows what happens, and can be stepped through with the arrow keys. */
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { SECOND_MS } from '../../../../shared/duration.ts';
import type { Action } from '../../../../shared/model.ts';
import { layInRows } from '../../../../views/lanes/in-rows.ts';
import { EM } from '../../../../views/lanes/layout.ts';
import { instantInWords } from '../../../../views/words/time-words.ts';
import { useFactCountBefore } from '../../stores/what-changed.ts';
import { clockOf, useClock, useFacts, useWorkspace } from '../../stores/workspace.ts';
import classes from './lanes.module.css';
import { LaneColumn, LaneNames } from './lanes-drawing.tsx';
import { type LanesSize, useLanes } from './use-lanes.ts';

interface LanesProps {
  readonly action: Action;
  readonly size?: LanesSize;
  /** In pixels: where it is given, the lanes fill it with rows, and their type may shrink to that of a stage; else they are one strip. */
  readonly height?: number | undefined;
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
};

export function Lanes({ action, size: sizeName = 'screen', height: room }: LanesProps) {
  const id = useId();
  const { ref, width } = useElementSize();
  const chosen = useLanes(action, sizeName);
  const smaller = useLanes(action, 'stage');
  const { laid, size, shownRows } = useMemo(
    () =>
      room === undefined
        ? { laid: chosen.lay(width), size: chosen.size, shownRows: 1 }
        : layInRows([chosen, smaller], width, room),
    [chosen, smaller, width, room],
  );
  const { columns } = laid;
  const last = columns.length - 1;
  const factsBefore = useFactCountBefore(action.ref, useFacts(action.ref).length);
  const frame = useRef<HTMLDivElement>(null);
  /** Where Tab leads to; `null` is now, also when more has happened. */
  const [stop, setStop] = useState<number | null>(null);

  // What is new is what one looks at.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again for each event, and where the room changed
  useLayoutEffect(() => {
    frame.current?.scrollTo(frame.current.scrollWidth, frame.current.scrollHeight);
  }, [columns.length, laid.width, laid.rowHeight]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const to = Math.min(Math.max(step(stop ?? last, last), 0), last);
    setStop(to === last ? null : to);
    goTo(to);
  };
  const goTo = (index: number) => {
    const column = columns[index];
    if (column === undefined || frame.current === null) return;
    document.getElementById(`${id}-${index}`)?.focus({ preventScroll: true });
    intoSight(frame.current, column.x * size, (column.x + column.width) * size, names);
    frame.current.scrollTop = Math.min(
      Math.max(frame.current.scrollTop, (column.row + 1 - shownRows) * step),
      column.row * step,
    );
  };
  const step = (laid.rowHeight + EM.rowGap) * size;
  const heightOf = (rows: number) => rows * step - EM.rowGap * size;
  const names = EM.names * size;
  return (
    <div ref={ref}>
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset, nothing is filled in */}
      <div
        ref={frame}
        role="group"
        aria-label="Timeline by event"
        className={classes.frame}
        data-rows={laid.rowCount > 1 || undefined}
        style={{ fontSize: size, maxHeight: room === undefined ? undefined : heightOf(shownRows) }}
        onKeyDown={onKeyDown}
      >
        <svg width={names} height={heightOf(laid.rowCount)} className={classes.names} role="none">
          {Array.from({ length: laid.rowCount }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            <g key={row} transform={`translate(0 ${row * step})`}>
              <LaneNames laid={laid} size={size} />
            </g>
          ))}
        </svg>
        <svg width={laid.width * size - names} height={heightOf(laid.rowCount)} className={classes.columns} role="none">
          {columns.map((column, index) => (
            <LaneColumn
              key={column.slot?.id ?? 'now'}
              id={`${id}-${index}`}
              column={column}
              laid={laid}
              size={size}
              left={names}
              isStop={index === (stop ?? last)}
              changed={column.slot !== null && column.slot.factCount > factsBefore ? action.ref : undefined}
              now={column.slot === null && NOW}
            />
          ))}
        </svg>
      </div>
    </div>
  );
}

/** Follows the clock; nothing else of the lanes moves with it. */
function Now() {
  const startAt = useClock((clock) => clock.startAt);
  const words = useWorkspace((state) => nowInWords(clockOf(state).now, startAt));
  return <> {words}</>;
}
const NOW = <Now />;

/** Whole seconds, as a clock shows them. */
export const nowInWords = (now: number, startAt: number) => instantInWords(now - (now % SECOND_MS), startAt);

/** Scrolls sideways until it can be seen beside the names. */
function intoSight(frame: HTMLElement, from: number, to: number, names: number): void {
  if (from - names < frame.scrollLeft) frame.scrollLeft = from - names;
  else if (to > frame.scrollLeft + frame.clientWidth) frame.scrollLeft = to - frame.clientWidth;
}
