/** One External API: its switch, its configuration to edit, what it was asked, who waits for it. */
import { useState } from 'react';
import { share } from '../../../../views/words/figures.ts';
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { DefinitionMenu } from '../../definition-list/definition-menu.tsx';
import { navigate, paths } from '../../stores/address.ts';
import { ApiEditor } from './editor/api-editor.tsx';
import classes from './external-apis.module.css';
import { NewApiDialog, type Wanted } from './new-api-dialog.tsx';
import { RequestLog } from './request-log.tsx';
import { SwitchControl } from './switch-control.tsx';
import { SwitchWords } from './switch-words.tsx';
import { type ApiView, failedShare, useApis } from './use-apis.ts';
import { WaitingActions } from './waiting-actions.tsx';

export function ExternalApiScreen({ name }: { readonly name: string }) {
  const view = useApis().find((each) => each.name === name);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const breadcrumbs = [{ label: 'External APIs', to: paths.externalApis }, { label: name }];
  return (
    <Page
      title={name}
      region={`External API ${name}`}
      breadcrumbs={breadcrumbs}
      aside={view && <Aside view={view} />}
      actions={
        view && (
          <>
            <Figures view={view} />
            <DefinitionMenu
              section="externalApis"
              name={name}
              onClone={() => setWanted({ cloneOf: name })}
              onDeleted={() => navigate(paths.externalApis)}
            />
          </>
        )
      }
    >
      {view ? (
        <div className={classes.column}>
          <SwitchControl name={name} api={view.api} />
          <div className={classes.panels}>
            <div className={classes.column}>
              <ApiEditor name={name} api={view.api} />
            </div>
            <div className={classes.column}>
              <WaitingActions waiting={view.waiting} />
              <RequestLog externalApi={name} log={view.log} />
            </div>
          </div>
        </div>
      ) : (
        <EmptyState
          sentence={`This workspace has no External API “${name}”.`}
          action={<AppLink to={paths.externalApis}>All External APIs</AppLink>}
        />
      )}
      {wanted && <NewApiDialog wanted={wanted} onClose={() => setWanted(null)} />}
    </Page>
  );
}

function Aside({ view: { api } }: { readonly view: ApiView }) {
  return (
    <>
      <span className={classes.url}>{api.definition.url}</span>
      {api.switch !== 'As configured' && <SwitchWords to={api.switch} />}
    </>
  );
}

function Figures({ view: { log, waiting } }: { readonly view: ApiView }) {
  const failed = failedShare(log);
  return (
    <dl className={classes.figures}>
      <Figure name="Calls" value={log.callCount.toLocaleString('en')} />
      <Figure name="Connected" value={log.connectedCount.toLocaleString('en')} />
      <Figure
        name="Failed"
        value={`${log.failedCount.toLocaleString('en')}${failed === null ? '' : ` (${share(failed)})`}`}
      />
      <Figure name="Waiting Actions" value={waiting.length.toLocaleString('en')} />
    </dl>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
