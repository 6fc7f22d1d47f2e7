/** A column of a `DataTable`. Keep the list of columns the same object from one render to the next: rows are redrawn with it. */
import type { ReactNode } from 'react';
import type { SortValue } from './sorting.ts';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** Pixels; columns without one share what is left. */
  readonly width?: number | undefined;
  /** Its texts may be long: they take two lines before they are cut. */
  readonly long?: boolean | undefined;
  readonly align?: 'left' | 'right' | 'center' | undefined;
  readonly render: (row: Row) => ReactNode;
  /** Makes the column sortable; `null` stands at the end. */
  readonly sortValue?: ((row: Row) => SortValue) | undefined;
}
