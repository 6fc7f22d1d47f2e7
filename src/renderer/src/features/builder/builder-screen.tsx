/** The Builder: Action types, queues, users and Case types, each at an address of its own. */
import { Link, useLocation } from 'wouter';
import { Page } from '../../components/page.tsx';
import { UndoButtons } from '../../components/undo-buttons.tsx';
import { ActionTypesScreen } from './action-types/action-types-screen.tsx';
import classes from './builder-tabs.module.css';
import { CaseTypesScreen } from './case-types/case-types-screen.tsx';
import { BuilderQueuesScreen } from './people/builder-queues-screen.tsx';
import { UsersScreen } from './people/users-screen.tsx';
import { BUILDER_TABS, type BuilderAddress, builderAddress } from './shared/builder-address.ts';

export function BuilderScreen() {
  const [path] = useLocation();
  const address = builderAddress(path);
  return (
    <Page title="Builder" actions={<UndoButtons />}>
      <nav aria-label="Builder" className={classes.tabs}>
        {BUILDER_TABS.map(({ key, label, path: to }) => (
          <Link key={key} href={to} className={classes.tab} aria-current={key === address.tab ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      <Part address={address} />
    </Page>
  );
}

function Part({ address: { tab, name } }: { readonly address: BuilderAddress }) {
  switch (tab) {
    case 'action-types':
      return <ActionTypesScreen name={name} />;
    case 'queues':
      return <BuilderQueuesScreen />;
    case 'users':
      return <UsersScreen name={name} />;
    case 'case-types':
      return <CaseTypesScreen name={name} />;
  }
}
