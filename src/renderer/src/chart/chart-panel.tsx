/** A chart in its card: *Table* shows the same as figures, *CSV*, *SVG* and *PNG* take it along. */
import { Button } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { saveFile } from '../components/save-file.ts';
import { Section } from '../components/section.tsx';
import { type ChartData, csvOf } from './chart-data.ts';
import classes from './chart-panel.module.css';
import { ChartTable } from './chart-table.tsx';
import { PictureButtons, ToolButton } from './picture-buttons.tsx';

interface ChartPanelProps {
  readonly title: string;
  /** How it is to be read. */
  readonly note: string;
  readonly data: ChartData;
  /** Of the files; its title without it. */
  readonly fileName?: string;
  /** Above the chart: what can be chosen. */
  readonly controls?: ReactNode;
  readonly legend?: ReactNode;
  /** Instead of `data` where that reads better. */
  readonly table?: ReactNode;
  /** Whether it is drawn as SVG, which can be saved. */
  readonly isPicture?: boolean;
  /** Whether it is a table by itself, so that there is no other. */
  readonly isTable?: boolean;
  /** A part of another card. */
  readonly isPart?: boolean;
  readonly children: ReactNode;
}

export function ChartPanel(props: ChartPanelProps) {
  const { title, note, data, controls, legend, table, isTable = false, isPicture = !isTable, isPart, children } = props;
  const { fileName = title.toLowerCase().replace(/[^a-z0-9]+/g, '-') } = props;
  const [showsTable, setShowsTable] = useState(false);
  const chart = useRef<HTMLDivElement>(null);
  return (
    <Section
      title={title}
      aside={note}
      isPart={isPart}
      actions={
        <>
          {!isTable && (
            <Button
              size="compact-xs"
              variant={showsTable ? 'filled' : 'default'}
              aria-pressed={showsTable}
              onClick={() => setShowsTable(!showsTable)}
            >
              Table
            </Button>
          )}
          <ToolButton name="CSV" onClick={() => saveFile(`${fileName}.csv`, csvOf(data), 'text/csv;charset=utf-8')} />
          {isPicture && !showsTable && (
            <PictureButtons fileName={fileName} draw={(save) => chart.current !== null && save(chart.current)} />
          )}
        </>
      }
    >
      <div className={classes.panel}>
        {controls !== undefined && <div className={classes.controls}>{controls}</div>}
        {showsTable ? (
          (table ?? <ChartTable label={title} data={data} />)
        ) : (
          <>
            {legend}
            <div ref={chart}>{children}</div>
          </>
        )}
      </div>
    </Section>
  );
}
