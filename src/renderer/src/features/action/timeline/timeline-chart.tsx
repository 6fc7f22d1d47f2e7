/**
 * The Action's life on a folded time axis. Plain SVG, not Recharts: its scales are continuous, so a folded axis would have to be
 * computed outside and smuggled in as a linear one, and its charts redraw every point on each change; here only what
 * follows the clock is drawn 30 times a second.
 */
import { useElementSize } from '@mantine/hooks';
import { useCallback, useId, useMemo, useState } from 'react';
import type { Action } from '../../../../../shared/model.ts';
import { type Density, type Stretch, ticksOn } from '../../../../../views/timeline/axis.ts';
import { isBand, isCall, LANES, type Mark } from '../../../../../views/timeline/mark.ts';
import { boxesOf, type MarkBox } from '../../../../../views/timeline/mark-boxes.ts';
import { axisFor, extentOf, marksOf } from '../../../../../views/timeline/marks.ts';
import { useClock, useFacts } from '../../../stores/workspace.ts';
import { AxisView, FoldButtons } from './axis-view.tsx';
import { ElapsedGap, GoingOn, NowLine } from './clock-bound.tsx';
import { styledKindOf } from './cluster-style.ts';
import { AXIS_HEIGHT, axisY, BOX_RULES, LABEL_WIDTH, LEFT, laneY, lengthWidth, RIGHT } from './geometry.ts';
import { TimelineLegend } from './legend.tsx';
import { LengthLabel, showsLength } from './length-label.tsx';
import { MarkBoxView } from './mark-box-view.tsx';
import { MARK_STYLES, type StyledKind } from './mark-style.ts';
import { Patterns } from './patterns.tsx';
import { Readout } from './readout.tsx';
import classes from './timeline.module.css';
import { useActiveBox } from './use-active-box.ts';

const SMALLEST_PLOT = 240;

interface TimelineChartProps {
  readonly action: Action;
  readonly density: Density;
}

export function TimelineChart({ action, density }: TimelineChartProps) {
  const id = useId();
  const { ref, width: fullWidth } = useElementSize();
  const width = Math.max(fullWidth - LEFT - RIGHT, SMALLEST_PLOT);
  const facts = useFacts(action.ref);
  const factCount = facts.length;
  const marks = useMemo(() => marksOf(facts.slice(0, factCount), action), [facts, factCount, action]);
  const extent = useMemo(() => extentOf(marks), [marks]);
  const end = useClock(({ now }) => (extent.goesOn && now > extent.last ? now : extent.last));
  const startAt = useClock((clock) => clock.startAt);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const axis = useMemo(
    () => axisFor(marks, end, { width, density, opened, labelWidth: lengthWidth }),
    [marks, end, width, density, opened],
  );
  const boxes = useMemo(() => boxesOf(marks, axis, BOX_RULES), [marks, axis]);
  const drawn = useMemo(() => boxes.toSorted((left, right) => layerOf(left) - layerOf(right)), [boxes]);
  const ticks = useMemo(() => ticksOn(axis, labelled(marks), LABEL_WIDTH), [axis, marks]);
  const active = useActiveBox(boxes);
  const toggle = useCallback((stretch: Stretch) => setOpened((before) => toggled(before, stretch.from)), []);

  const lanes = LANES.filter((lane) => marks.some((mark) => mark.lane === lane));
  const bottom = axisY(lanes.length);
  const yOf = ({ lane }: MarkBox) => laneY(lanes.indexOf(lane));
  const saying = useMemo(() => boxes.filter(showsLength), [boxes]);
  const said = useMemo(() => new Set(saying.map(spanKey)), [saying]);
  const isSaid = useCallback((span: Span) => said.has(spanKey(span)), [said]);
  const kinds = useMemo(() => kindsOf(boxes), [boxes]);

  return (
    <>
      <div ref={ref} className={classes.chart} style={{ height: bottom + AXIS_HEIGHT }}>
        {/* Focus stays on the list; its active option moves. */}
        <div
          role="listbox"
          tabIndex={0}
          aria-label="Marks of the timeline"
          aria-activedescendant={active.box ? `${id}-${active.box.id}` : undefined}
          className={classes.plot}
          {...active.handlers}
        >
          <svg data-picture width="100%" height={bottom + AXIS_HEIGHT} role="none">
            <Patterns id={id} />
            {lanes.map((lane, index) => (
              <text key={lane} x="0" y={laneY(index) + 4} className={classes.lane}>
                {lane}
              </text>
            ))}
            <g transform={`translate(${LEFT} 0)`}>
              <AxisView
                stretches={axis.stretches}
                isSaid={isSaid}
                ticks={ticks}
                startAt={startAt}
                width={width}
                y={bottom}
              />
              {drawn.map((box) => {
                const common = {
                  id: `${id}-${box.id}`,
                  y: yOf(box),
                  patterns: id,
                  isActive: box === active.box,
                };
                if (box.to === null) return <GoingOn key={box.id} box={box} axis={axis} {...common} />;
                return <MarkBoxView key={box.id} box={box} width={box.width} {...common} />;
              })}
              {boxes
                .filter(({ marks: [mark] }) => mark.kind === 'gap' && mark.isPlanned)
                .map((box) => (
                  <ElapsedGap key={box.id} box={box} axis={axis} y={yOf(box)} patterns={id} />
                ))}
              {extent.goesOn && <NowLine axis={axis} bottom={bottom} />}
              {saying.map((box) => (
                <LengthLabel key={box.id} box={box} y={yOf(box)} />
              ))}
            </g>
          </svg>
        </div>
        <FoldButtons stretches={axis.stretches} onToggle={toggle} isSaid={isSaid} left={LEFT} y={bottom} />
      </div>
      <Readout box={active.box} mark={active.mark} />
      <TimelineLegend
        kinds={kinds}
        patterns={id}
        hasPlanned={marks.some((mark) => mark.isPlanned)}
        hasClusters={boxes.some((box) => box.marks.length > 1)}
      />
    </>
  );
}

type Span = Pick<Stretch, 'from' | 'to'>;
const spanKey = ({ from, to }: Span) => `${from} ${to}`;

/** What is in front of what: the call in flight is under those that ended where it began. */
function layerOf({ marks: [mark], to }: MarkBox): number {
  if (isBand(mark) || to === null) return 0;
  if (mark.kind === 'status') return 1;
  return isCall(mark) ? 2 : 3;
}

function toggled(before: ReadonlySet<number>, from: number): ReadonlySet<number> {
  const after = new Set(before);
  if (!after.delete(from)) after.add(from);
  return after;
}

/** Which instants get a label first: calls and deadlines. */
const labelled = (marks: readonly Mark[]) =>
  marks.filter((mark) => isCall(mark) || mark.lane === 'Deadlines').map(({ from }) => from);

/** The kinds that are drawn, in the order of the style table. */
function kindsOf(boxes: readonly MarkBox[]): StyledKind[] {
  const there = new Set(boxes.map(({ marks }) => styledKindOf(marks)));
  return (Object.keys(MARK_STYLES) as StyledKind[]).filter((kind) => there.has(kind));
}
