/** The Builder: Action types, queues, users and Case types, each at an address of its own. */
import { Link, useLocation } from 'wouter';
import { Page } from '../../components/page.tsx';
import { UndoButtons } from '../../components/undo-buttons.tsx';
import { ActionTypesScreen } from './action-types/action-types-screen.tsx';
import classes from './builder-tabs.module.css';
import { CaseTypesScreen } from './case-types/case-types-screen.tsx';
import { BuilderQueuesScreen } from './people/builder-queues-screen.tsx';
import { UsersScreen } from './people/users-screen.tsx';
import { BUILDER_TABS, type BuilderPlace, builderPlace } from './shared/builder-place.ts';

export function BuilderScreen() {
  const [path] = useLocation();
  const place = builderPlace(path);
  return (
    <Page title="Builder" actions={<UndoButtons />}>
      <nav aria-label="Builder" className={classes.tabs}>
        {BUILDER_TABS.map(({ key, label, path: to }) => (
          <Link key={key} href={to} className={classes.tab} aria-current={key === place.tab ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      <Part place={place} />
    </Page>
  );
}

function Part({ place: { tab, name } }: { readonly place: BuilderPlace }) {
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
