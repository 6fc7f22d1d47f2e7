/** The list of a section's definitions: searched, ordered by the person, opened; where it is empty, how to begin. */

import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { Section } from '../../../shared/edits.ts';
import { WORDS } from '../../../shared/word-table.ts';
import { shownOf } from '../../../views/words/figures.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { FilterBar, useListQuery } from '../components/filter-bar.tsx';
import { IconPlus } from '../components/icons.tsx';
import type { Column } from '../table/column.ts';
import { type OrderedRow, OrderedTable } from './ordered-table.tsx';

interface DefinitionListProps<Row extends OrderedRow> {
  readonly section: Section;
  /** What they are called together: the table's accessible name, `Action types`. */
  readonly label: string;
  /** All of them, in order. */
  readonly rows: readonly Row[];
  /** Between their place and what moves them. Keep it the same object from one render to the next. */
  readonly columns: readonly Column<Row>[];
  /** At the end of a row, such as its menu; without it there are buttons that move it. */
  readonly verbs?: Column<Row> | undefined;
  /** What is searched; without it there is no search. */
  readonly textOf?: ((row: Row) => string) | undefined;
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Asks for a new one; without it they are made elsewhere on the screen. */
  readonly onNew?: (() => void) | undefined;
  /** Where there are none: what they are for, and how one is made. */
  readonly none: string;
  /** Where none has what is searched for. */
  readonly notFound?: string | undefined;
}

export function DefinitionList<Row extends OrderedRow>(props: DefinitionListProps<Row>) {
  const { section, label, rows, columns, verbs, textOf, onOpen, onNew, none, notFound } = props;
  const query = useListQuery();
  const shown = useMemo(
    () => (textOf === undefined ? rows : rows.filter((row) => textOf(row).toLowerCase().includes(query.q))),
    [rows, textOf, query.q],
  );
  const newButton = onNew && (
    <Button leftSection={<IconPlus size={14} />} onClick={onNew}>
      New {WORDS.definition[section].noun}
    </Button>
  );
  return (
    <>
      {rows.length > 0 && textOf !== undefined && (
        <FilterBar
          query={query}
          searchLabel={`Search ${label}`}
          summary={shownOf(shown.length, rows.length, WORDS.definition[section].noun)}
          actions={newButton}
        />
      )}
      <OrderedTable
        label={label}
        section={section}
        rows={shown}
        columns={columns}
        verbs={verbs}
        onOpen={onOpen}
        empty={
          rows.length === 0 || notFound === undefined ? (
            <EmptyState sentence={none} action={newButton} />
          ) : (
            <EmptyState
              sentence={notFound}
              action={
                <Button variant="default" onClick={query.clear}>
                  Show all
                </Button>
              }
            />
          )
        }
      />
    </>
  );
}
