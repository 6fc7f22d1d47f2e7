/** The inbox: the Cases that need the person's attention, and the Actions assigned to them. */
import { counted } from '../../../../shared/counted.ts';
import type { Action, Case } from '../../../../shared/model.ts';
import { ActionLink } from '../../components/action-link.tsx';
import { AppLink } from '../../components/app-link.tsx';
import { IconInbox } from '../../components/icons.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { paths } from '../../stores/address.ts';
import { useView } from '../../stores/view.ts';
import { type InboxContent, useInboxOf } from './inbox-content.ts';
import classes from './panel.module.css';
import { PanelButton } from './panel-button.tsx';

/** More is for the lists. */
const SHOWN_LIMIT = 50;

export function Inbox() {
  const viewAs = useView((state) => state.viewAs);
  const { cases, actions } = useInboxOf(viewAs);
  const count = cases.length + actions.length;
  return (
    <PanelButton
      title="Inbox"
      buttonLabel={`Inbox, ${counted(count, 'entry', 'entries')}`}
      icon={<IconInbox />}
      count={count}
    >
      {(close) => <InboxList content={{ cases, actions }} user={viewAs} close={close} />}
    </PanelButton>
  );
}

interface InboxListProps {
  readonly content: InboxContent;
  /** Whose it is; `null`: everybody's. */
  readonly user: string | null;
  readonly close: () => void;
}

export function InboxList({ content: { cases, actions }, user, close }: InboxListProps) {
  return (
    <>
      {cases.length + actions.length === 0 && (
        <p className={classes.nothing}>
          {user === null
            ? 'No Case needs attention, and no Action is assigned to anybody.'
            : `No Case needs the attention of ${user}, and no Action is assigned to them.`}
        </p>
      )}
      <CasesOfInbox cases={cases} close={close} />
      <ActionsOfInbox actions={actions} close={close} />
    </>
  );
}

function CasesOfInbox({ cases, close }: { readonly cases: readonly Case[]; readonly close: () => void }) {
  if (cases.length === 0) return null;
  return (
    <>
      <h3 className={classes.subtitle} id="inbox-cases">
        Cases that need attention, {cases.length}
      </h3>
      <ul className={classes.list} aria-labelledby="inbox-cases">
        {cases.slice(0, SHOWN_LIMIT).map(({ ref, status, resolutionMethod, problemAction, owner }) => (
          <li key={ref} className={classes.entry}>
            <div className={classes.line}>
              <span className={classes.subject}>
                <AppLink to={paths.case(ref)} onClick={close}>
                  {ref}
                </AppLink>
              </span>
              <StatusChip status={status} resolutionMethod={resolutionMethod} />
            </div>
            <div className={classes.detail}>
              {problemAction === null ? '' : `${problemAction} could not be completed. `}Case owner {owner}
            </div>
          </li>
        ))}
      </ul>
      <Rest count={cases.length} to={paths.cases} close={close} />
    </>
  );
}

function ActionsOfInbox({ actions, close }: { readonly actions: readonly Action[]; readonly close: () => void }) {
  if (actions.length === 0) return null;
  return (
    <>
      <h3 className={classes.subtitle} id="inbox-actions">
        Assigned Actions, {actions.length}
      </h3>
      <ul className={classes.list} aria-labelledby="inbox-actions">
        {actions.slice(0, SHOWN_LIMIT).map(({ ref, title, status, resolutionMethod, assignee, reason }) => (
          <li key={ref} className={classes.entry}>
            <div className={classes.line}>
              <span className={classes.subject}>
                <ActionLink actionRef={ref} onClick={close} title={ref}>
                  {title}
                </ActionLink>
              </span>
              <StatusChip status={status} resolutionMethod={resolutionMethod} />
            </div>
            <div className={classes.detail}>
              {ref} · {reason} · {assignee}
            </div>
          </li>
        ))}
      </ul>
      <Rest count={actions.length} to={paths.queues} close={close} />
    </>
  );
}

function Rest({ count, to, close }: { readonly count: number; readonly to: string; readonly close: () => void }) {
  if (count <= SHOWN_LIMIT) return null;
  return (
    <p className={classes.nothing}>
      <AppLink to={to} onClick={close}>
        and {count - SHOWN_LIMIT} more
      </AppLink>
    </p>
  );
}
