/** What the Lab's charts share: the colours of lines, the look of axes, the legend and the readout. */
import type { ReactNode } from 'react';
import classes from './chart-panel.module.css';

/** One a variant, told apart by their dashes too. */
export const LINES = [
  { stroke: 'light-dark(#1f5fa8, #6fb0f0)', dash: undefined },
  { stroke: 'light-dark(#b3480f, #f0955a)', dash: '7 3' },
  { stroke: 'light-dark(#1d7a4c, #58c08c)', dash: '2 3' },
  { stroke: 'light-dark(#7a3fa0, #c08ae0)', dash: '9 3 2 3' },
  { stroke: 'light-dark(#8a1f45, #f07aa5)', dash: '4 4' },
  { stroke: 'light-dark(#5a5a5a, #b5b5b5)', dash: '1 2' },
] as const;

export const TICK = { fill: 'var(--mantine-color-dimmed)', fontSize: 11 };
export const AXIS_LINE = { stroke: 'var(--lab-line)' };
export const MARGIN = { top: 8, right: 16, bottom: 4, left: 8 };

interface LegendProps {
  readonly entries: readonly { readonly label: string; readonly colour: string; readonly dash?: string | undefined }[];
}

export function ChartLegend({ entries }: LegendProps) {
  return (
    <ul className={classes.legend} aria-label="Legend">
      {entries.map(({ label, colour, dash }) => (
        <li key={label} className={classes.entry}>
          <svg width={18} height={10} aria-hidden="true">
            {dash === undefined ? (
              <rect width={18} height={10} rx={2} fill={colour} />
            ) : (
              <line x1={0} x2={18} y1={5} y2={5} stroke={colour} strokeWidth={2} strokeDasharray={dash} />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** What stands under the pointer. */
export function Readout({ title, lines }: { readonly title: string; readonly lines: readonly ReactNode[] }) {
  return (
    <div className={classes.tooltip}>
      <p>
        <strong>{title}</strong>
      </p>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a readout keep their places
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}
