/**
 * The Action's life on a folded time axis. Plain SVG, not Recharts: its scales are continuous, so a folded axis would have to be
 * computed outside and smuggled in as a linear one, and its charts draw every point anew on each change; here only what
 * follows the clock is drawn 30 times a second.
 */
import { SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useCallback, useId, useMemo, useState } from 'react';
import { DENSITIES, type Density, type Stretch, ticksOn } from '../../../../../engine/timeline-axis.ts';
import { axisFor, extentOf, marksOf } from '../../../../../engine/timeline-lanes.ts';
import { LANES, type Mark } from '../../../../../engine/timeline-mark.ts';
import { isCall, placeMarks } from '../../../../../engine/timeline-places.ts';
import type { Action } from '../../../../../shared/model.ts';
import { Section } from '../../../components/section.tsx';
import { useClock, useFacts } from '../../../stores/workspace.ts';
import { AxisView, FoldButtons } from './axis-view.tsx';
import { GoingOn, NowLine } from './clock-bound.tsx';
import { AXIS_HEIGHT, axisY, LABEL_WIDTH, LEFT, laneY, PLACES, RIGHT } from './geometry.ts';
import { Legend } from './legend.tsx';
import { MARK_STYLES, type StyledKind } from './mark-style.ts';
import { MarkView } from './mark-view.tsx';
import { Patterns } from './patterns.tsx';
import { Readout } from './readout.tsx';
import classes from './timeline.module.css';

const DENSITY_WORDS: Record<Density, string> = { 'to scale': 'To scale', folded: 'Folded', calls: 'Calls' };
const SMALLEST_PLOT = 240;

export function TimelineChart({ action }: { readonly action: Action }) {
  const [density, setDensity] = useState<Density>('folded');
  return (
    <Section
      title="Timeline"
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Time axis"
          value={density}
          onChange={(value) => setDensity(value as Density)}
          data={DENSITIES.map((value) => ({ value, label: DENSITY_WORDS[value] }))}
        />
      }
    >
      <Chart action={action} density={density} />
    </Section>
  );
}

function Chart({ action, density }: { readonly action: Action; readonly density: Density }) {
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
  const axis = useMemo(() => axisFor(marks, end, { width, density, opened }), [marks, end, width, density, opened]);
  const placed = useMemo(() => placeMarks(marks, axis, PLACES), [marks, axis]);
  // Calls stand on what surrounds them.
  const drawn = useMemo(
    () => placed.toSorted((left, right) => Number(isCall(left.mark)) - Number(isCall(right.mark))),
    [placed],
  );
  const ticks = useMemo(() => ticksOn(axis, labelled(marks), LABEL_WIDTH), [axis, marks]);
  const { activeId, point, step } = useActiveMark(marks);
  const toggle = useCallback((stretch: Stretch) => setOpened((before) => toggled(before, stretch.from)), []);

  const lanes = LANES.filter((lane) => marks.some((mark) => mark.lane === lane));
  const bottom = axisY(lanes.length);
  const folds = axis.stretches.filter((stretch) => stretch.isFolded);
  const active = marks.find((mark) => mark.id === activeId);
  const kinds = useMemo(() => kindsOf(marks), [marks]);

  return (
    <>
      <div ref={ref} className={classes.chart} style={{ height: bottom + AXIS_HEIGHT }}>
        {/* Focus stays on the list; its active option moves. */}
        <div
          role="listbox"
          tabIndex={0}
          aria-label="Marks of the timeline"
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          className={classes.plot}
          onKeyDown={(event) => step(event)}
          onFocus={() => point(activeId ?? marks.findLast((mark) => !mark.isPlanned)?.id ?? null)}
          onBlur={() => point(null)}
          onPointerOver={(event) => point(markAt(event))}
          onPointerLeave={() => point(null)}
        >
          <svg width="100%" height={bottom + AXIS_HEIGHT} role="none">
            <Patterns id={id} />
            {lanes.map((lane, index) => (
              <text key={lane} x="0" y={laneY(index) + 4} className={classes.lane}>
                {lane}
              </text>
            ))}
            <g transform={`translate(${LEFT} 0)`}>
              <AxisView stretches={axis.stretches} ticks={ticks} startAt={startAt} width={width} y={bottom} />
              {drawn.map((place) => {
                const { mark, x } = place;
                const common = {
                  id: `${id}-${mark.id}`,
                  y: laneY(lanes.indexOf(mark.lane)),
                  patterns: id,
                  isActive: mark.id === activeId,
                };
                if (mark.to === null) return <GoingOn key={mark.id} placed={place} axis={axis} {...common} />;
                const isFoldedSomewhere = folds.some(({ from, to }) => mark.from <= from && to <= (mark.to ?? 0));
                return (
                  <MarkView
                    key={mark.id}
                    mark={mark}
                    x={x}
                    width={place.width}
                    showsLength={!isFoldedSomewhere}
                    {...common}
                  />
                );
              })}
              {extent.goesOn && <NowLine axis={axis} bottom={bottom} />}
            </g>
          </svg>
        </div>
        <FoldButtons stretches={axis.stretches} onToggle={toggle} left={LEFT} y={bottom} />
      </div>
      <Readout mark={active} />
      <Legend kinds={kinds} patterns={id} hasPlanned={marks.some((mark) => mark.isPlanned)} />
    </>
  );
}

/** The mark that is read out: the one pointed at, or stepped to with the arrow keys. */
function useActiveMark(marks: readonly Mark[]) {
  const [activeId, point] = useState<string | null>(null);
  const step = (event: KeyboardEvent) => {
    const at = marks.findIndex((mark) => mark.id === activeId);
    const next = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: marks.length - 1,
    }[event.key];
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    point(marks[Math.min(Math.max(next, 0), marks.length - 1)]?.id ?? null);
  };
  return { activeId, point, step };
}

function markAt(event: PointerEvent): string | null {
  const element = event.target instanceof Element ? event.target.closest('[data-mark]') : null;
  return element?.getAttribute('data-mark') ?? null;
}

function toggled(before: ReadonlySet<number>, from: number): ReadonlySet<number> {
  const after = new Set(before);
  if (!after.delete(from)) after.add(from);
  return after;
}

/** Which instants get a label first: calls and deadlines. */
const labelled = (marks: readonly Mark[]) =>
  marks.filter((mark) => isCall(mark) || mark.lane === 'Deadlines').map(({ from }) => from);

/** The kinds there are, in the order of the style table. */
function kindsOf(marks: readonly Mark[]): StyledKind[] {
  const there = new Set<string>(marks.map(({ kind }) => kind));
  return (Object.keys(MARK_STYLES) as StyledKind[]).filter((kind) => there.has(kind));
}
