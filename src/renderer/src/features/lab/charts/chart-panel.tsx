/** A chart in its card: as a picture or as a table of the same figures, to be taken along as CSV, SVG or PNG. */
import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { attempt } from '../../../client/act.ts';
import { Section } from '../../../components/section.tsx';
import { saveFile } from '../../scenarios/save-file.ts';
import tables from '../tables.module.css';
import { type ChartData, cellText, csvOf } from './chart-data.ts';
import classes from './chart-panel.module.css';
import { savePicture } from './save-picture.ts';

interface ChartPanelProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly data: ChartData;
  /** Above the chart: what can be chosen. */
  readonly controls?: ReactNode;
  /** Whether the chart is an SVG that can be saved. */
  readonly isPicture?: boolean | undefined;
  readonly children: ReactNode;
}

export function ChartPanel({ title, aside, data, controls, isPicture = true, children }: ChartPanelProps) {
  const [view, setView] = useState<'Chart' | 'Table'>('Chart');
  const chart = useRef<HTMLDivElement>(null);
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const save = (kind: 'svg' | 'png') => {
    if (chart.current !== null) void attempt(savePicture(chart.current, name, kind));
  };
  return (
    <Section
      title={title}
      aside={aside}
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label={`${title}: view`}
            data={['Chart', 'Table']}
            value={view}
            onChange={(value) => setView(value as 'Chart' | 'Table')}
          />
          <Button variant="default" size="compact-sm" onClick={() => saveFile(`${name}.csv`, csvOf(data), 'text/csv')}>
            CSV
          </Button>
          {isPicture && view === 'Chart' && (
            <>
              <Button variant="default" size="compact-sm" onClick={() => save('svg')}>
                SVG
              </Button>
              <Button variant="default" size="compact-sm" onClick={() => save('png')}>
                PNG
              </Button>
            </>
          )}
        </>
      }
    >
      {controls !== undefined && <div className={classes.controls}>{controls}</div>}
      {view === 'Chart' ? <div ref={chart}>{children}</div> : <DataTable title={title} data={data} />}
    </Section>
  );
}

function DataTable({ title, data: { columns, rows } }: { readonly title: string; readonly data: ChartData }) {
  return (
    <div className={classes.tableBox}>
      <table className={tables.table} aria-label={title}>
        <thead>
          <tr>
            {columns.map(({ header, unit }) => (
              <th key={header} scope="col" className={unit === 'text' ? undefined : tables.figure}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table of figures have no other name
            <tr key={index}>
              {columns.map(({ header, unit }, column) => (
                <td key={header} className={unit === 'text' ? undefined : tables.figure}>
                  {cellText(cells[column], unit)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
