/** A measure over two settings: a table whose cells are the deeper the more. */
import { useComputedColorScheme } from '@mantine/core';
import type { RunInfo, VariantResult } from '../../../../../shared/lab.ts';
import { estimateText, measureText } from '../../../chart/figure-text.ts';
import { heatColour } from '../../../chart/heat-colour.ts';
import { PlainTable } from '../../../table/plain-table.tsx';
import { measureInfo } from '../words/measure-words.ts';
import classes from './heat-map.module.css';

interface HeatMapProps {
  readonly axes: RunInfo['axes'];
  readonly variants: readonly VariantResult[];
  readonly measure: string;
}

/** The first setting changes slowest: it makes the rows. */
export function HeatMap({ axes: [rows, columns], variants, measure }: HeatMapProps) {
  const scheme = useComputedColorScheme('light');
  const { unit, title } = measureInfo(measure);
  if (rows === undefined || columns === undefined) return null;
  const estimates = variants.map(({ measures }) => measures[measure] ?? { value: null, low: null, high: null });
  const known = estimates.flatMap(({ value }) => value ?? []);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const shareOf = (value: number) => (most > least ? (value - least) / (most - least) : 0);
  const cell = (row: number, column: number) => {
    const estimate = estimates[row * columns.values.length + column];
    const value = estimate?.value ?? null;
    const colour = value === null ? undefined : heatColour(shareOf(value), scheme);
    return (
      <span
        className={classes.cell}
        style={colour && { background: colour.ground, color: colour.ink }}
        title={estimate && estimateText(unit, estimate)}
      >
        {measureText(unit, value)}
      </span>
    );
  };
  return (
    <PlainTable
      label={`${title} by ${rows.path} and ${columns.path}`}
      className={classes.map}
      rows={rows.values}
      rowKey={String}
      maxHeight={520}
      columns={[
        {
          key: 'row',
          header: `${rows.path} ↓ · ${columns.path} →`,
          isName: true,
          render: (value) => String(value ?? 'none'),
        },
        ...columns.values.map((value, column) => ({
          key: `column ${value}`,
          header: String(value ?? 'none'),
          align: 'right' as const,
          render: (_: unknown, row: number) => cell(row, column),
        })),
      ]}
    />
  );
}
