/** The lanes as SVG: their names, and a column for each event. The same on a screen, a stage and in a file. */
import { memo, type ReactNode } from 'react';
import { columnInWords } from '../../../../views/lanes/lane.ts';
import { type Column, EM, type LaidItem, type LaidLanes, type LaidState } from '../../../../views/lanes/layout.ts';
import { about } from '../../components/about.ts';
import { statusStyle } from '../../theme/status.ts';
import { MarkShape } from '../mark.tsx';
import { LANE_LOOKS } from './lane-look.ts';
import classes from './lanes.module.css';

/** Type that the marks are drawn for. */
const MARK_TYPE = 12;
/** Where a line of text stands, from its top. */
const BASELINE = 0.98;

/** The names of the lanes, once; their column is `EM.names` wide. `size` is that of the type, in pixels. */
export function LaneNames({ laid, size }: { readonly laid: LaidLanes; readonly size: number }) {
  return laid.lanes.map(({ lane, y, height }) => (
    <g key={lane} transform={`translate(0 ${y * size})`}>
      <path d={`M0 0H${EM.names * size}`} className={classes.line} />
      <text y={((height + BASELINE * 0.75) / 2) * size} className={classes.name}>
        {lane}
      </text>
    </g>
  ));
}

interface LaneColumnProps {
  readonly column: Column;
  readonly laid: LaidLanes;
  readonly size: number;
  /** From the names on: where they stand in a drawing of their own, columns begin at 0. */
  readonly left?: number;
  /** Of a column that can be gone to and is read out; none in a picture. */
  readonly id?: string;
  /** Whether Tab leads to it. */
  readonly isStop?: boolean;
  /** The Action, in the columns of what has just happened to it. */
  readonly changed?: string | undefined;
  /** What the clock says, in the column of what goes on. */
  readonly now?: ReactNode;
}

export const LaneColumn = memo(function LaneColumn(props: LaneColumnProps) {
  const { column, laid, size, left = 0, id, isStop = false, changed, now } = props;
  const { slot, when, later, items, states, row, width } = column;
  const x = column.x * size - left;
  const y = row * (laid.rowHeight + EM.rowGap) * size;
  const height = laid.rowHeight * size;
  const name = `${when}. ${columnInWords(
    items.map(({ item }) => item),
    states.map(({ state }) => state),
  )}`;
  const stop = id === undefined ? {} : { id, role: 'img', 'aria-label': name, tabIndex: isStop ? 0 : -1 };
  return (
    <g {...stop} {...(changed === undefined ? {} : about(changed))} transform={`translate(${x} ${y})`}>
      <rect width={width * size} height={height} className={slot === null ? classes.present : classes.ground} />
      <path d={`M0 0V${height}`} className={classes.line} />
      {laid.lanes.map((lane) => (
        <path key={lane.lane} d={`M0 ${lane.y * size}H${width * size}`} className={classes.line} />
      ))}
      <text x={EM.pad * size} y={(EM.pad + BASELINE) * size} className={slot === null ? classes.now : classes.when}>
        {when}
        {slot === null && now}
      </text>
      <text x={EM.pad * size} y={(EM.pad + EM.line + BASELINE) * size} className={classes.later}>
        {later}
      </text>
      {states.map((laidState, index) => (
        <State
          // biome-ignore lint/suspicious/noArrayIndexKey: states have no other name, and never change places
          key={index}
          laid={laidState}
          width={width}
          size={size}
          isPassed={index < states.length - 1}
        />
      ))}
      {items.map((laidItem) => (
        <Item key={`${laidItem.item.lane} ${laidItem.y}`} laid={laidItem} size={size} />
      ))}
      {id !== undefined && (
        <rect
          data-screen-only
          x="1"
          y="1"
          width={width * size - 2}
          height={height - 2}
          rx="3"
          className={classes.active}
        />
      )}
    </g>
  );
});

function Item({ laid: { item, lines, y }, size }: { readonly laid: LaidItem; readonly size: number }) {
  const middle = y + EM.line / 2;
  const look = LANE_LOOKS[item.tone];
  return (
    <>
      <g transform={`translate(${(EM.pad + 0.62) * size} ${middle * size}) scale(${size / MARK_TYPE})`}>
        {look === null ? (
          <circle r="2.5" className={classes.dot} />
        ) : (
          <MarkShape look={look} isPlanned={item.tone === 'planned'} />
        )}
      </g>
      <Lines lines={lines} x={EM.pad + EM.mark} y={y} size={size} className={classes.words} />
    </>
  );
}

interface StateProps {
  readonly laid: LaidState;
  readonly width: number;
  readonly size: number;
  /** It lasted no time: a chip above the band of the state that followed. */
  readonly isPassed: boolean;
}

function State({ laid: { state, lines, detail, y, height }, width, size, isPassed }: StateProps) {
  const { ground, fill, text, icon: Icon } = statusStyle(state.status, state.resolutionMethod);
  const inset = isPassed ? EM.pad / 2 : 0;
  const top = y + EM.pad / 2;
  return (
    <>
      <rect
        x={inset * size}
        y={y * size}
        width={(width - 2 * inset) * size}
        height={height * size}
        rx={isPassed ? 3 : 0}
        style={{ fill: ground, stroke: isPassed ? fill : 'none' }}
      />
      {state.isNew && !isPassed && <rect y={y * size} width={size / 4} height={height * size} style={{ fill }} />}
      <g transform={`translate(${EM.pad * size} ${(top + 0.12) * size})`} style={{ color: text }}>
        <Icon size={Math.round(1.1 * size)} />
      </g>
      <g style={{ fill: text }} fontWeight={state.isNew ? 600 : 400}>
        <Lines lines={lines} x={EM.pad + EM.mark} y={top} size={size} />
      </g>
      <g style={{ fill: text }}>
        <Lines lines={detail} x={EM.pad} y={top + lines.length * EM.line} size={size} />
      </g>
    </>
  );
}

interface LinesProps {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly className?: string | undefined;
}

function Lines({ lines, x, y, size, className }: LinesProps) {
  return (
    <text className={className}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
        <tspan key={index} x={x * size} y={(y + index * EM.line + BASELINE) * size}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
