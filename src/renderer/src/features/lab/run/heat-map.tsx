/** A measure over two settings: a table whose cells are the deeper the more. */
import { useComputedColorScheme } from '@mantine/core';
import type { RunInfo, VariantResult } from '../../../../../shared/lab.ts';
import { settingTitle, valueText } from '../../../../../views/lab/change-words.ts';
import { heatColour } from '../../../../../views/lab/heat-colour.ts';
import { type Marks, marksAt } from '../../../../../views/lab/marks.ts';
import { measureInfo } from '../../../../../views/lab/measure-words.ts';
import { estimateText, measureText } from '../../../../../views/words/figure-text.ts';
import { PlainTable } from '../../../table/plain-table.tsx';
import classes from './heat-map.module.css';

interface HeatMapProps {
  readonly axes: RunInfo['axes'];
  readonly variants: readonly VariantResult[];
  readonly measure: string;
  readonly marks: Marks;
}

/** The first setting changes slowest: it makes the rows. */
export function HeatMap({ axes: [rows, columns], variants, measure, marks }: HeatMapProps) {
  const scheme = useComputedColorScheme('light');
  const { unit, title } = measureInfo(measure);
  if (rows === undefined || columns === undefined) return null;
  const estimates = variants.map(({ measures }) => measures[measure] ?? { value: null, low: null, high: null });
  const known = estimates.flatMap(({ value }) => value ?? []);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const shareOf = (value: number) => (most > least ? (value - least) / (most - least) : 0);
  const cell = (row: number, column: number) => {
    const index = row * columns.values.length + column;
    const estimate = estimates[index];
    const words = marksAt(marks, index);
    const value = estimate?.value ?? null;
    const colour = value === null ? undefined : heatColour(shareOf(value), scheme);
    return (
      <span
        className={classes.cell}
        style={colour && { background: colour.ground, color: colour.ink }}
        title={estimate && estimateText(unit, estimate)}
        data-marked={words.length > 0 || undefined}
      >
        {measureText(unit, value)}
        {words.map((word) => (
          <small key={word} className={classes.mark}>
            {word}
          </small>
        ))}
      </span>
    );
  };
  return (
    <PlainTable
      label={`${title} by ${settingTitle(rows.path)} and ${settingTitle(columns.path)}`}
      className={classes.map}
      rows={rows.values}
      rowKey={String}
      maxHeight={520}
      columns={[
        {
          key: 'row',
          header: `${settingTitle(rows.path)} ↓ · ${settingTitle(columns.path)} →`,
          isName: true,
          render: (value) => valueText(rows.path, value),
        },
        ...columns.values.map((value, column) => ({
          key: `column ${value}`,
          header: valueText(columns.path, value),
          align: 'right' as const,
          render: (_: unknown, row: number) => cell(row, column),
        })),
      ]}
    />
  );
}
