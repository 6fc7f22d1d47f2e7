/** Search as one types and filters as chips, both kept in the address, so that a link shows the same list. */
import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from '../stores/address.ts';
import classes from './filter-bar.module.css';
import { IconClose, IconSearch } from './icons.tsx';
import { isTyping } from './typing.ts';

export interface ListQuery {
  /** What is searched for, in lower case and without blanks around it. */
  readonly q: string;
  /** The chosen options of a filter; none means all. */
  readonly chosen: (filter: string) => ReadonlySet<string>;
  /** Whether a row with this option is to be shown. */
  readonly allows: (filter: string, option: string) => boolean;
  readonly search: (text: string) => void;
  readonly toggle: (filter: string, option: string) => void;
  readonly clear: () => void;
  /** Whether anything is searched for or chosen. */
  readonly isFiltered: boolean;
}

/** The list's search and filters, from the address: `?q=inv&status=Waiting&status=Closed`; the same object as long as that is the same. */
export function useListQuery(): ListQuery {
  const [query, change] = useQuery();
  return useMemo(
    () => ({
      q: (query.get('q') ?? '').trim().toLowerCase(),
      chosen: (filter) => new Set(query.getAll(filter)),
      allows: (filter, option) => !query.has(filter) || query.getAll(filter).includes(option),
      search: (text) => change((next) => (text === '' ? next.delete('q') : next.set('q', text))),
      toggle: (filter, option) =>
        change((next) => (next.has(filter, option) ? next.delete(filter, option) : next.append(filter, option))),
      clear: () =>
        change((next) => {
          for (const key of [...next.keys()]) next.delete(key);
        }),
      isFiltered: query.size > 0,
    }),
    [query, change],
  );
}

export interface FilterOption {
  readonly value: string;
  readonly label?: string | undefined;
  readonly icon?: ReactNode;
  /** How many rows have it. */
  readonly count?: number | undefined;
}

export interface Filter {
  /** Its key in the address. */
  readonly key: string;
  /** What it filters by: the chips are a group of this name. */
  readonly label: string;
  readonly options: readonly FilterOption[];
}

interface FilterBarProps {
  readonly query: ListQuery;
  /** What is searched: the field's accessible name, `Search Cases`. */
  readonly searchLabel: string;
  readonly filters?: readonly Filter[] | undefined;
  /** `12 of 40 Cases`, said in passing to screen readers too. */
  readonly summary?: ReactNode;
  /** At the right end. */
  readonly actions?: ReactNode;
}

export function FilterBar({ query, searchLabel, filters = [], summary, actions }: FilterBarProps) {
  return (
    <div className={classes.bar}>
      <SearchField query={query} label={searchLabel} />
      {filters.map((filter) => (
        <FilterChips key={filter.key} filter={filter} query={query} />
      ))}
      {query.isFiltered && (
        <button type="button" className={classes.clear} onClick={query.clear}>
          <IconClose size={12} /> Clear filters
        </button>
      )}
      {summary !== undefined && (
        <span role="status" className={classes.summary}>
          {summary}
        </span>
      )}
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}

function SearchField({ query, label }: { readonly query: ListQuery; readonly label: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [address] = useQuery();
  const inAddress = address.get('q') ?? '';
  // Typed text is shown as typed; the address follows, and leads where it changed by itself (back, *Clear filters*).
  const [text, setText] = useState(inAddress);
  const [followed, setFollowed] = useState(inAddress);
  if (inAddress !== followed) {
    setFollowed(inAddress);
    setText(inAddress);
  }

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const type = (next: string) => {
    setText(next);
    setFollowed(next);
    query.search(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Escape') return;
    if (text === '') field.current?.blur();
    else type('');
  };

  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={label}
      placeholder={`${label} ( / )`}
      leftSection={<IconSearch size={14} />}
      size="xs"
      className={classes.search}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function FilterChips({ filter, query }: { readonly filter: Filter; readonly query: ListQuery }) {
  const chosen = query.chosen(filter.key);
  return (
    <fieldset className={classes.group} aria-label={filter.label}>
      <span className={classes.groupLabel} aria-hidden="true">
        {filter.label}
      </span>
      {filter.options.map(({ value, label, icon, count }) => (
        <button
          key={value}
          type="button"
          className={classes.chip}
          aria-pressed={chosen.has(value)}
          onClick={() => query.toggle(filter.key, value)}
        >
          {icon}
          {label ?? value}
          {count !== undefined && <span className={classes.count}>{count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
