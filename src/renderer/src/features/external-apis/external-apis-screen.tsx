/** All external APIs: what each does, what it is switched to, how it went so far. */
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { behaviourInShort, percent } from '../../../../engine/api-words.ts';
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterBar, useListQuery } from '../../components/filter-bar.tsx';
import { IconPlus } from '../../components/icons.tsx';
import { Page } from '../../components/page.tsx';
import { navigate, paths } from '../../stores/address.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { ApiMenu } from './api-menu.tsx';
import classes from './external-apis.module.css';
import { NewApiDialog, type Wanted } from './new-api-dialog.tsx';
import { SwitchWords } from './switch-words.tsx';
import { type ApiView, failedShare, useApis } from './use-apis.ts';

const columnsOf = (onClone: (name: string) => void): readonly Column<ApiView>[] => [
  {
    key: 'name',
    header: 'Name',
    width: 130,
    long: true,
    render: ({ name }) => <AppLink to={paths.externalApi(name)}>{name}</AppLink>,
    sortValue: ({ name }) => name,
  },
  {
    key: 'switch',
    header: 'API is',
    width: 124,
    render: ({ api }) => <SwitchWords to={api.switch} />,
    sortValue: ({ api }) => api.switch,
  },
  {
    key: 'behaviour',
    header: 'Behaviour',
    long: true,
    render: ({ api }) => behaviourInShort(api.definition),
  },
  {
    key: 'url',
    header: 'URL',
    long: true,
    render: ({ api }) => <span className={classes.url}>{api.definition.url}</span>,
    sortValue: ({ api }) => api.definition.url,
  },
  {
    key: 'calls',
    header: 'Calls',
    width: 70,
    align: 'right',
    render: ({ api }) => api.callCount.toLocaleString('en'),
    sortValue: ({ api }) => api.callCount,
  },
  {
    key: 'failed',
    header: 'Failed',
    width: 80,
    align: 'right',
    render: ({ log }) => <FailedShare share={failedShare(log)} />,
    sortValue: ({ log }) => failedShare(log),
  },
  {
    key: 'waiting',
    header: 'Waiting Actions',
    width: 128,
    align: 'right',
    render: ({ waiting }) => waiting.length.toLocaleString('en'),
    sortValue: ({ waiting }) => waiting.length,
  },
  { key: 'more', header: 'More', width: 56, render: ({ name }) => <ApiMenu name={name} onClone={onClone} /> },
];

function FailedShare({ share }: { readonly share: number | null }) {
  return share === null ? <span className={classes.dimmed}>–</span> : percent(share);
}

export function ExternalApisScreen() {
  const apis = useApis();
  const query = useListQuery();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const columns = useMemo(() => columnsOf((cloneOf) => setWanted({ cloneOf })), []);
  const shown = useMemo(
    () => apis.filter(({ name, api }) => `${name} ${api.definition.url}`.toLowerCase().includes(query.q)),
    [apis, query.q],
  );
  const newButton = (
    <Button leftSection={<IconPlus size={13} />} onClick={() => setWanted({ cloneOf: null })}>
      New external API
    </Button>
  );
  return (
    <Page title="External APIs" actions={apis.length > 0 && newButton}>
      {apis.length > 0 && (
        <FilterBar query={query} searchLabel="Search External APIs" summary={summary(shown.length, apis.length)} />
      )}
      <DataTable
        label="External APIs"
        rows={shown}
        columns={columns}
        rowKey={nameOf}
        rowName={nameOf}
        onOpen={open}
        empty={
          apis.length === 0 ? (
            <EmptyState
              sentence="This workspace simulates no external API yet. Make one, or open a scenario that brings its own."
              action={newButton}
            />
          ) : (
            <EmptyState sentence="No external API has this in its name or URL." />
          )
        }
      />
      <NewApiDialog wanted={wanted} onClose={() => setWanted(null)} />
    </Page>
  );
}

const nameOf = ({ name }: ApiView) => name;
const open = ({ name }: ApiView) => navigate(paths.externalApi(name));

function summary(shownCount: number, allCount: number): string {
  const all = allCount === 1 ? '1 external API' : `${allCount} external APIs`;
  return shownCount === allCount ? all : `${shownCount} of ${all}`;
}
