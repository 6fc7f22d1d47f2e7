/** Two futures on one axis: one line until they part, then one each, with a mark for every event; equal steps from instant to instant. */
import { useElementSize } from '@mantine/hooks';
import { counted } from '../../../../shared/counted.ts';
import type { FutureComparison, FutureCourse } from '../../../../shared/history-contract.ts';
import type { Instant } from '../../../../shared/model.ts';
import { briefInstant } from '../../../../views/words/time-words.ts';
import { LINES, TICK } from '../../chart/axes.ts';
import type { ChartData } from '../../chart/chart-data.ts';
import { ChartPanel } from '../../chart/chart-panel.tsx';
import { useClock } from '../../stores/workspace.ts';

/** Pixels. */
const STEM = 46;
const RIGHT = 36;
const LANE = 56;
const TOP = 30;
const AXIS = 24;
const LABEL_ROOM = 90;

export function CourseChart({ comparison }: { readonly comparison: FutureComparison }) {
  const startAt = useClock((clock) => clock.startAt);
  const { partedAt, left, right } = comparison;
  const parted = briefInstant(partedAt, startAt);
  return (
    <ChartPanel
      title="Two futures"
      note={`They part at ${parted}. Equal steps from event to event, however long it took.`}
      data={dataOf([left, right], startAt)}
      fileName="futures"
    >
      <Courses courses={[left, right]} partedAt={partedAt} startAt={startAt} />
    </ChartPanel>
  );
}

function dataOf(courses: readonly FutureCourse[], startAt: Instant): ChartData {
  const rows = courses.flatMap(({ name, events }) =>
    events.map(({ at, text }) => ({ at, cells: [briefInstant(at, startAt), name, text] })),
  );
  return {
    columns: ['Time', 'Future', 'Event'].map((header) => ({ header, unit: 'text' })),
    rows: rows.sort((one, other) => one.at - other.at).map(({ cells }) => cells),
  };
}

interface CoursesProps {
  readonly courses: readonly FutureCourse[];
  readonly partedAt: Instant;
  readonly startAt: Instant;
}

function Courses({ courses, partedAt, startAt }: CoursesProps) {
  const { ref, width } = useElementSize();
  const instants = instantsOf(courses, partedAt);
  const placeOf = new Map(instants.map((at, index) => [at, index]));
  const plot = Math.max(120, Math.floor(width) - STEM - RIGHT);
  const step = plot / Math.max(1, instants.length - 1);
  const xOf = (at: Instant) => STEM + (placeOf.get(at) ?? 0) * step;
  const labelEvery = Math.ceil(LABEL_ROOM / step);
  const height = TOP + LANE * courses.length + AXIS;
  const axisY = height - AXIS;
  const words = courses.map(
    ({ name, events, tipAt }) => `${name}: ${counted(events.length, 'event')}, until ${briefInstant(tipAt, startAt)}`,
  );
  return (
    <div
      ref={ref}
      role="img"
      aria-label={`Two futures part at ${briefInstant(partedAt, startAt)}. ${words.join('. ')}.`}
    >
      <svg
        width={STEM + plot + RIGHT}
        height={height}
        data-picture
        style={{ display: 'block', maxWidth: '100%' }}
        aria-hidden="true"
      >
        <line x1={STEM} x2={STEM + plot} y1={axisY} y2={axisY} stroke="var(--lab-line)" />
        {instants.map(
          (at, index) =>
            index % labelEvery === 0 && (
              <g key={at} transform={`translate(${xOf(at)} ${axisY})`}>
                <line y2={4} stroke="var(--lab-line)" />
                <text y={17} textAnchor="middle" fill={TICK.fill} fontSize={12}>
                  {briefInstant(at, startAt)}
                </text>
              </g>
            ),
        )}
        {courses.map((course, index) => (
          <Course key={course.id} course={course} index={index} xOf={xOf} startAt={startAt} />
        ))}
      </svg>
    </div>
  );
}

/** From where they part on, each once. */
function instantsOf(courses: readonly FutureCourse[], partedAt: Instant): Instant[] {
  const all = courses.flatMap(({ events, tipAt }) => [...events.map(({ at }) => at), tipAt]);
  return [...new Set([partedAt, ...all])].sort((one, other) => one - other);
}

interface CourseProps {
  readonly course: FutureCourse;
  readonly index: number;
  readonly xOf: (at: Instant) => number;
  readonly startAt: Instant;
}

function Course({ course: { name, events, tipAt }, index, xOf, startAt }: CourseProps) {
  const { stroke } = LINES[index] ?? LINES[0];
  const [partingY, y] = [TOP + LANE / 2, TOP + LANE * index];
  const tipX = xOf(tipAt);
  return (
    <g>
      <text x={STEM + 4} y={y - 14} fontSize={12} fontWeight={600} fill="var(--mantine-color-text)">
        {name}
      </text>
      <path d={`M2 ${partingY}H${STEM - 22}L${STEM} ${y}H${tipX}`} fill="none" stroke={stroke} strokeWidth={2} />
      {events.map(({ seq, at, text }) => (
        <rect key={seq} x={xOf(at) - 2} y={y - 7} width={4} height={14} rx={1} fill={stroke}>
          <title>{`${briefInstant(at, startAt)} ${text}`}</title>
        </rect>
      ))}
      <circle cx={tipX} cy={y} r={5} fill="var(--lab-surface)" stroke={stroke} strokeWidth={2}>
        <title>{`${name} was left at ${briefInstant(tipAt, startAt)}`}</title>
      </circle>
    </g>
  );
}
