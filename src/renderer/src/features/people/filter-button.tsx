/** A name in a table that filters the list below by it. */
import type { ReactNode } from 'react';
import { useListQuery } from '../../components/filter-bar.tsx';
import classes from './people.module.css';

interface FilterButtonProps {
  readonly filter: string;
  readonly option: string;
  readonly children: ReactNode;
}

export function FilterButton({ filter, option, children }: FilterButtonProps) {
  const query = useListQuery();
  return (
    <button
      type="button"
      className={classes.filter}
      aria-pressed={query.chosen(filter).has(option)}
      title="Shows only these in the list below"
      onClick={() => query.toggle(filter, option)}
    >
      {children}
    </button>
  );
}
