/** What colours, marks and patterns of a chart mean: a list of marks, each with its words. */
import type { ReactNode } from 'react';
import classes from './legend.module.css';

export function Legend({ children }: { readonly children: ReactNode }) {
  return (
    <ul className={classes.legend} aria-label="Legend">
      {children}
    </ul>
  );
}

interface LegendEntryProps {
  /** Drawn by the hand that draws the chart. */
  readonly mark: ReactNode;
  readonly children: ReactNode;
}

export function LegendEntry({ mark, children }: LegendEntryProps) {
  return (
    <li>
      {mark}
      {children}
    </li>
  );
}

interface MarkBoxProps {
  readonly width?: number;
  readonly height?: number;
  readonly children: ReactNode;
}

/** A small drawing as the mark of an entry, in pixels. */
export function MarkBox({ width = 24, height = 22, children }: MarkBoxProps) {
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {children}
    </svg>
  );
}

interface SwatchProps {
  readonly colour: string;
  /** Of a line, as SVG has it; without it the swatch is filled. */
  readonly dash?: string | undefined;
  /** Of the band around the line, 0 to 1. */
  readonly bandOpacity?: number | undefined;
}

/** A filled bar or a line in its band. */
export function Swatch({ colour, dash, bandOpacity = 0 }: SwatchProps) {
  return (
    <MarkBox width={22} height={12}>
      {dash === undefined ? (
        <rect y={1} width={22} height={10} rx={2} fill={colour} />
      ) : (
        <>
          <rect width={22} height={12} fill={colour} opacity={bandOpacity} />
          <path d="M0 6H22" stroke={colour} strokeWidth={2} strokeDasharray={dash} />
        </>
      )}
    </MarkBox>
  );
}
