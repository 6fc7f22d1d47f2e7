/** Shown beside the pointer: what is pointed at, and its figures. */
import type { ReactNode } from 'react';
import { Swatch } from './legend.tsx';
import classes from './readout.module.css';

interface ReadoutLine {
  readonly text: string;
  /** A CSS colour. */
  readonly colour: string;
  /** Of a line, as SVG has it. */
  readonly dash?: string | undefined;
}

interface ReadoutProps {
  readonly title: string;
  /** Goes on after the title. */
  readonly note?: ReactNode;
  /** Figures, one below the other, each with the colour it has in the chart where it has one. */
  readonly lines?: readonly (string | ReadoutLine)[];
  /** A table of figures. */
  readonly children?: ReactNode;
}

export function Readout({ title, note, lines = [], children }: ReadoutProps) {
  return (
    <div className={classes.readout}>
      <strong>{title}</strong>
      {note !== undefined && <span className={classes.note}>{note}</span>}
      {lines.map((line) => (
        <p key={typeof line === 'string' ? line : line.text} className={classes.line}>
          {typeof line === 'string' ? (
            line
          ) : (
            <>
              <Swatch colour={line.colour} dash={line.dash} />
              {line.text}
            </>
          )}
        </p>
      ))}
      {children}
    </div>
  );
}
