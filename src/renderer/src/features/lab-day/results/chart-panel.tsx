/** A chart with its name and legend; *Table* shows the same as figures, *CSV* hands them to another program. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type ChartData, csvOf } from '../../lab/charts/chart-data.ts';
import { saveFile } from '../../scenarios/save-file.ts';
import classes from './results.module.css';

interface ChartPanelProps {
  readonly title: string;
  /** How it is to be read. */
  readonly note: string;
  readonly legend?: ReactNode;
  /** The same in figures; without it there is no *Table*. */
  readonly table?: ReactNode;
  /** For other programs. */
  readonly data: ChartData;
  readonly fileName: string;
  readonly children: ReactNode;
}

export function ChartPanel({ title, note, legend, table, data, fileName, children }: ChartPanelProps) {
  const [isTable, setTable] = useState(false);
  return (
    <section aria-label={title} className={classes.panel}>
      <header className={classes.panelHead}>
        <h3 className={classes.panelTitle}>{title}</h3>
        <span className={classes.note}>{note}</span>
        <div className={classes.panelTools}>
          {table !== undefined && (
            <Button
              size="compact-xs"
              variant={isTable ? 'filled' : 'default'}
              aria-pressed={isTable}
              onClick={() => setTable(!isTable)}
            >
              Table
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => saveFile(fileName, csvOf(data), 'text/csv;charset=utf-8')}
          >
            CSV
          </Button>
        </div>
      </header>
      {isTable ? (
        table
      ) : (
        <>
          {children}
          {legend}
        </>
      )}
    </section>
  );
}
