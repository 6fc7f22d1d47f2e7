/** Figures down, variants across. */
import type { ReactNode } from 'react';
import type { VariantResult } from '../../../../../shared/lab.ts';
import { PlainTable } from '../../../table/plain-table.tsx';
import classes from './run.module.css';

export interface FigureRow {
  readonly title: string;
  readonly cell: (variant: VariantResult) => ReactNode;
}

interface FigureTableProps {
  readonly label: string;
  readonly variants: readonly VariantResult[];
  readonly rows: readonly FigureRow[];
}

export function FigureTable({ label, variants, rows }: FigureTableProps) {
  return (
    <PlainTable
      label={label}
      rows={rows}
      rowKey={({ title }) => title}
      columns={[
        { key: 'figure', header: 'Figure', isName: true, render: ({ title }) => title },
        ...variants.map((variant) => ({
          // Variants have names that no other has.
          key: `variant ${variant.name}`,
          header: variant.name,
          align: 'right' as const,
          render: ({ cell }: FigureRow) => cell(variant),
        })),
      ]}
    />
  );
}

/** Below its figure. */
export function Interval({ children }: { readonly children: string }) {
  return <span className={classes.interval}>{children}</span>;
}
