/** All External APIs: what each does, what it is switched to, how it went so far. */
import { useMemo, useState } from 'react';
import { behaviourInShort } from '../../../../views/words/api-words.ts';
import { share } from '../../../../views/words/figures.ts';
import { AppLink } from '../../components/app-link.tsx';
import { Page } from '../../components/page.tsx';
import { DefinitionList } from '../../definition-list/definition-list.tsx';
import { DefinitionMenu } from '../../definition-list/definition-menu.tsx';
import { navigate, paths } from '../../stores/address.ts';
import type { Column } from '../../table/column.ts';
import classes from './external-apis.module.css';
import { NewApiDialog, type Wanted } from './new-api-dialog.tsx';
import { SwitchWords } from './switch-words.tsx';
import { type ApiView, failedShare, useApis } from './use-apis.ts';

const COLUMNS: readonly Column<ApiView>[] = [
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
    render: ({ log }) => <FailedShare failed={failedShare(log)} />,
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
];

const menuColumn = (onClone: (name: string) => void): Column<ApiView> => ({
  key: 'more',
  header: 'More',
  width: 56,
  render: ({ name }) => <DefinitionMenu section="externalApis" name={name} onClone={onClone} />,
});

function FailedShare({ failed }: { readonly failed: number | null }) {
  return failed === null ? <span className={classes.dimmed}>–</span> : share(failed);
}

export function ExternalApisScreen() {
  const apis = useApis();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const menu = useMemo(() => menuColumn((cloneOf) => setWanted({ cloneOf })), []);
  return (
    <Page title="External APIs">
      <DefinitionList
        section="externalApis"
        label="External APIs"
        rows={apis}
        columns={COLUMNS}
        verbs={menu}
        textOf={textOf}
        onOpen={open}
        onNew={() => setWanted({ cloneOf: null })}
        none="There are no External APIs yet. Make one, or open a scenario that has some."
        notFound="No matching External APIs."
      />
      {wanted && <NewApiDialog wanted={wanted} onClose={() => setWanted(null)} />}
    </Page>
  );
}

/** What is searched. */
const textOf = ({ name, api }: ApiView) => `${name} ${api.definition.url}`;
const open = ({ name }: ApiView) => navigate(paths.externalApi(name));
