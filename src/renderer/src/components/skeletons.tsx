/** Shown while something is loading; never a blank. */
import { Skeleton } from '@mantine/core';
import classes from './skeletons.module.css';

const lines = (count: number) => Array.from({ length: count }, (_, index) => index);

/** A table that is on its way. */
export function TableSkeleton({ rows = 8 }: { readonly rows?: number | undefined }) {
  return (
    <div className={classes.card} role="status" aria-label="Loading">
      {lines(rows).map((index) => (
        <Skeleton key={index} height={18} radius="sm" width={index === 0 ? '30%' : '100%'} />
      ))}
    </div>
  );
}

/** A whole screen that is on its way. */
export function PageSkeleton() {
  return (
    <div className={classes.page}>
      <Skeleton height={24} width={220} radius="sm" />
      <TableSkeleton rows={12} />
    </div>
  );
}
