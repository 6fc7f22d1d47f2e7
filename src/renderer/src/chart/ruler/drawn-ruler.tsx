/** What is drawn of a ruler: its own file, for with it come the charts. */
import { useMemo } from 'react';
import { ReferenceArea, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts';
import { describeDuration } from '../../../../shared/duration.ts';
import { sinceLaunch } from '../../../../views/words/time-words.ts';
import { TICK } from '../axes.ts';
import { Readout } from '../readout.tsx';
import { type TimeScale, ticksOf } from '../time-scale.ts';
import classes from './ruler.module.css';
import { RulerGlyph, RulerPatterns } from './ruler-glyph.tsx';
import { AXIS_HEIGHT, PLOT_LEFT, PLOT_RIGHT, TOP } from './ruler-label.ts';
import type { layoutRuler, RulerMark } from './ruler-layout.ts';
import { patternId, rulerStyle } from './ruler-style.ts';

/** Room for a label: on a logarithmic axis all of them are short. */
const TICK_WIDTHS = { linear: 78, logarithmic: 60 };
/** Of text in the middle of its row. */
const BASELINE = 4;
const AXIS_LINE = { stroke: 'var(--mantine-color-default-border)' };

interface DrawnRulerProps {
  /** Of its patterns. */
  readonly id: string;
  readonly layout: ReturnType<typeof layoutRuler>;
  readonly scale: TimeScale;
  /** Of the plot, in pixels. */
  readonly width: number;
}

export function DrawnRuler({ id, layout, scale, width }: DrawnRulerProps) {
  const ticks = useMemo(
    () => new Map(ticksOf(scale, width, TICK_WIDTHS[scale.kind]).map((at) => [scale.positionOf(at) * width, at])),
    [scale, width],
  );
  const { height } = layout;
  const band = rulerStyle('outage').colour;
  return (
    <ScatterChart
      width={width + PLOT_LEFT + PLOT_RIGHT}
      height={TOP + height + AXIS_HEIGHT}
      margin={{ left: PLOT_LEFT, right: PLOT_RIGHT, top: TOP, bottom: 0 }}
      accessibilityLayer={false}
    >
      <RulerPatterns id={id} />
      <XAxis
        type="number"
        dataKey="x"
        domain={[0, width]}
        height={AXIS_HEIGHT}
        ticks={[...ticks.keys()]}
        tickFormatter={(x: number) => tickInWords(ticks.get(x))}
        interval={0}
        tick={TICK}
        axisLine={AXIS_LINE}
        tickLine={AXIS_LINE}
      />
      <YAxis type="number" dataKey="y" domain={[0, height]} reversed hide width={0} />
      {layout.outage !== null && (
        <ReferenceArea
          x1={layout.outage.from}
          x2={layout.outage.to}
          y1={0}
          y2={height}
          fill={`url(#${patternId(id, 'outage')})`}
          fillOpacity={1}
          stroke={band}
          strokeOpacity={0.8}
          style={{ pointerEvents: 'none' }}
        />
      )}
      <Scatter
        data={layout.marks}
        isAnimationActive={false}
        shape={({ cx, cy, payload }: ShapeProps) =>
          cx === undefined || cy === undefined || payload === undefined ? (
            <g />
          ) : (
            <Mark mark={payload} x={cx} y={cy} bottom={TOP + height} patterns={id} />
          )
        }
      />
      <Tooltip content={TooltipContent} cursor={false} isAnimationActive={false} offset={14} />
    </ScatterChart>
  );
}

const tickInWords = (at: number | undefined) => (at === undefined ? '' : at === 0 ? 'launch' : describeDuration(at));

interface ShapeProps {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly payload?: RulerMark | undefined;
}

interface MarkProps {
  readonly mark: RulerMark;
  readonly x: number;
  readonly y: number;
  readonly bottom: number;
  readonly patterns: string;
}

function Mark({ mark, x, y, bottom, patterns }: MarkProps) {
  const { kind, width, number, isOpen, isSmall, label, line } = mark;
  return (
    <g transform={`translate(${x} ${y})`}>
      {line !== undefined && (
        <path
          d={`M0 0V${bottom - y}`}
          className={line === 'stem' ? classes.stem : undefined}
          strokeWidth={line === 'stem' ? 1 : 1.5}
          strokeDasharray={line === 'dashed' ? '4 3' : undefined}
          pointerEvents="none"
          style={line === 'stem' ? undefined : { stroke: rulerStyle(kind).colour }}
        />
      )}
      {/* What is pointed at is larger than what is seen. */}
      <rect x={-10} y={-11} width={(width ?? 0) + 20} height={22} fill="transparent" />
      <RulerGlyph kind={kind} patterns={patterns} width={width} number={number} isOpen={isOpen} isSmall={isSmall} />
      {label?.lines.map(({ text, y: lineY }) => (
        <text key={text} x={label.x} y={lineY + BASELINE} textAnchor={label.anchor} className={classes.label}>
          {text}
        </text>
      ))}
    </g>
  );
}

interface TooltipProps {
  readonly active?: boolean | undefined;
  readonly payload?: readonly { readonly payload?: unknown }[] | undefined;
}

function TooltipContent({ active = false, payload }: TooltipProps) {
  const mark = payload?.[0]?.payload as RulerMark | undefined;
  return active && mark !== undefined ? <Readout title={sinceLaunch(mark.at)} note={mark.words} /> : null;
}
