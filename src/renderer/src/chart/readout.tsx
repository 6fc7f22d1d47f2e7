/** Shown beside the pointer: what is pointed at, and its figures. */
import type { ReactNode } from 'react';
import classes from './readout.module.css';

interface ReadoutProps {
  readonly title: string;
  /** Goes on after the title. */
  readonly note?: ReactNode;
  /** Figures, one below the other. */
  readonly lines?: readonly string[];
  /** A table of figures. */
  readonly children?: ReactNode;
}

export function Readout({ title, note, lines = [], children }: ReadoutProps) {
  return (
    <div className={classes.readout}>
      <strong>{title}</strong>
      {note !== undefined && <span className={classes.note}>{note}</span>}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </div>
  );
}
