/** The life of an Action as a picture: what of it was exercised is drawn through, what was not is dashed. An arrow filters the rows. */
import { Legend, LegendEntry, MarkBox } from '../../chart/legend.tsx';
import { Section } from '../../components/section.tsx';
import { arrowId, BOX, HEIGHT, PHASES, pathOf, WIDTH } from './diagram-layout.ts';
import classes from './state-diagram.module.css';
import type { RowThing } from './things.ts';

/** What is said of a row: that a scenario exercised it, or that it was seen in the workspace. */
type Verb = 'exercised' | 'seen';

interface StateDiagramProps {
  readonly verb: Verb;
  readonly rows: readonly RowThing[];
  /** The arrow whose rows are shown, by its id; `null` where all are. */
  readonly chosen: string | null;
  readonly onChoose: (arrow: Arrow) => void;
}

/** All rows that lead from one phase to another, or to itself. */
export interface Arrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly RowThing[];
}

function arrowsOf(rows: readonly RowThing[]): Arrow[] {
  return [...Map.groupBy(rows, arrowId)].map(([id, all]) => {
    const { from, to } = all[0] as RowThing;
    return { id, from, to, rows: all };
  });
}

const LOOKS = { all: 'All rows', some: 'Some rows', none: 'No row' } as const;
type Look = keyof typeof LOOKS;

function lookOf({ rows }: Arrow): Look {
  const count = coveredOf(rows);
  if (count === 0) return 'none';
  return count === rows.length ? 'all' : 'some';
}

const coveredOf = (rows: readonly RowThing[]) => rows.filter(({ isCovered }) => isCovered).length;

export function StateDiagram({ verb, rows, chosen, onChoose }: StateDiagramProps) {
  const arrows = arrowsOf(rows);
  return (
    <Section title="State diagram" aside={<DiagramLegend verb={verb} />}>
      {/* The arrow keys scroll it where it is wider than the window. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <div className={classes.scroller} tabIndex={0}>
        <div className={classes.diagram}>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes.picture} aria-hidden="true">
            <defs>
              <marker
                id="coverage-head"
                viewBox="0 0 8 8"
                refX={7}
                refY={4}
                markerWidth={8}
                markerHeight={8}
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path d="M0 0L8 4L0 8Z" className={classes.head} />
              </marker>
            </defs>
            {arrows.map((arrow) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: the button on the arrow does the same by keyboard
              <path
                key={arrow.id}
                d={pathOf(arrow.id).d}
                className={classes.arrow}
                data-look={lookOf(arrow)}
                data-chosen={arrow.id === chosen || undefined}
                markerEnd="url(#coverage-head)"
                onClick={() => onChoose(arrow)}
              />
            ))}
            {Object.entries(PHASES).map(([phase, { x, y }]) => (
              <g key={phase} className={classes.phase}>
                <rect x={x - BOX.width / 2} y={y - BOX.height / 2} {...BOX} rx={6} />
                <text x={x} y={y + 4}>
                  {phase}
                </text>
              </g>
            ))}
          </svg>
          <fieldset className={classes.labels} aria-label="Arrows of the state diagram">
            {arrows.map((arrow) => (
              <ArrowButton
                key={arrow.id}
                verb={verb}
                arrow={arrow}
                isChosen={arrow.id === chosen}
                onChoose={onChoose}
              />
            ))}
          </fieldset>
        </div>
      </div>
    </Section>
  );
}

interface ArrowButtonProps {
  readonly verb: Verb;
  readonly arrow: Arrow;
  readonly isChosen: boolean;
  readonly onChoose: (arrow: Arrow) => void;
}

function ArrowButton({ verb, arrow, isChosen, onChoose }: ArrowButtonProps) {
  const { from, to, rows } = arrow;
  const [x, y] = pathOf(arrow.id).at;
  const count = coveredOf(rows);
  return (
    <button
      type="button"
      className={classes.label}
      style={{ left: `${(100 * x) / WIDTH}%`, top: `${(100 * y) / HEIGHT}%` }}
      data-look={lookOf(arrow)}
      aria-pressed={isChosen}
      aria-label={`${count}/${rows.length} rows ${verb} from ${from} to ${to}`}
      title={rows.map(({ event, guard }) => (guard === null ? event : `${event} [${guard}]`)).join('\n')}
      onClick={() => onChoose(arrow)}
    >
      {count}/{rows.length}
    </button>
  );
}

function DiagramLegend({ verb }: { readonly verb: Verb }) {
  return (
    <Legend>
      {(Object.keys(LOOKS) as Look[]).map((look) => (
        <LegendEntry
          key={look}
          mark={
            <MarkBox height={12}>
              <path d="M0 6H24" className={classes.arrow} data-look={look} />
            </MarkBox>
          }
        >
          {LOOKS[look]} {verb}
        </LegendEntry>
      ))}
      <LegendEntry mark={<span className={classes.sample}>1/2</span>}>Rows {verb}, of how many</LegendEntry>
    </Legend>
  );
}
