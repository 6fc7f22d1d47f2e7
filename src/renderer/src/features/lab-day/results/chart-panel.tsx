/** A chart with its name and legend; *Table* shows the same as figures, *CSV*, *SVG* and *PNG* take it along. */
import { Button } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { attempt } from '../../../client/act.ts';
import { type ChartData, csvOf } from '../../lab/charts/chart-data.ts';
import { savePicture } from '../../lab/charts/save-picture.ts';
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
  const chart = useRef<HTMLDivElement>(null);
  // Only a chart has a table beside it; what is a table already is no picture.
  const isPicture = table !== undefined && !isTable;
  const save = (kind: 'svg' | 'png') => {
    if (chart.current !== null) void attempt(savePicture(chart.current, fileName.replace(/\.csv$/, ''), kind));
  };
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
          {isPicture && (
            <>
              <Button size="compact-xs" variant="default" onClick={() => save('svg')}>
                SVG
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => save('png')}>
                PNG
              </Button>
            </>
          )}
        </div>
      </header>
      {isTable ? (
        table
      ) : (
        <>
          <div ref={chart}>{children}</div>
          {legend}
        </>
      )}
    </section>
  );
}
