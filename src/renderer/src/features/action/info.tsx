/** What the Action is now, term by term; what is not there reads –. */
import { memo, type ReactNode } from 'react';
import { exactReference } from '../../../../engine/decide.ts';
import type { Action } from '../../../../shared/model.ts';
import { dueDateOf } from '../../../../views/case/due.ts';
import { lastOf } from '../../../../views/facts.ts';
import { whyDeadline, whyDue } from '../../../../views/why/clocks.ts';
import type { Explanation } from '../../../../views/why/explanation.ts';
import { whyAllocationNow, whyStatusNow } from '../../../../views/why/why.ts';
import { about } from '../../components/about.ts';
import { AppLink } from '../../components/app-link.tsx';
import { IconWarning } from '../../components/icons.tsx';
import { Countdown, InstantText } from '../../components/instant-text.tsx';
import { Section } from '../../components/section.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { Why } from '../../components/why.tsx';
import { paths } from '../../stores/address.ts';
import { useCase, useFacts, useWorkspace } from '../../stores/workspace.ts';
import classes from './info.module.css';

export const Info = memo(function Info({ action }: { readonly action: Action }) {
  // The Action changes with every fact that matters here: no need to look again whenever anything in the world did.
  const world = useWorkspace((state) => state.world);
  const { ref } = action;
  const facts = useFacts(ref);
  const dueAt = dueDateOf(action, facts);
  const given = lastOf(facts, 'statusChanged')?.note;
  const isManual = action.token === undefined;
  return (
    <Section title="Info" about={about(ref)}>
      <dl className={classes.list}>
        <Term name="Status" why={world && whyStatusNow(world, ref)}>
          <span className={classes.status}>
            <StatusChip status={action.status} resolutionMethod={action.resolutionMethod} full />
          </span>
        </Term>
        {!isManual && <Term name="Phase">{action.phase}</Term>}
        <Term name="Reason">{action.reason}</Term>
        {given !== undefined && <Term name="Reason given">{given}</Term>}
        <Term name="Resolution method">{action.resolutionMethod}</Term>
        <Term name="Rejected Reason">{action.rejectedReason}</Term>
        <Term name="Set by">{action.statusBy}</Term>
        <Term name="Since">
          <InstantText at={action.statusSince} />
        </Term>
        <Term name="Assignee" why={world && whyAllocationNow(world, ref)}>
          {action.assignee}
        </Term>
        <Term name="Queue">{action.queue}</Term>
        <Term name="Owner">{action.owner ?? <NoOwner caseRef={action.caseRef} />}</Term>
        <Term name="Due" why={world && dueAt !== null ? whyDue(world, ref) : null}>
          {dueAt !== null && <Due action={action} at={dueAt} />}
        </Term>
        {!isManual && (
          <>
            <Term name="Awaited until" why={world && isAwaiting(action) ? whyDeadline(world, ref) : null}>
              <AwaitedUntil action={action} />
            </Term>
            <Term name="Retries">
              {action.retryCount}/{action.displayedMaximum}
            </Term>
          </>
        )}
        <Term name="Copy">
          <Copies action={action} />
        </Term>
        <Term name="Case">
          <CaseLink caseRef={action.caseRef} />
        </Term>
      </dl>
    </Section>
  );
});

/** Whether a response clock runs, or could. */
const isAwaiting = ({ phase, responseDeadlineAt }: Action) =>
  phase === 'awaiting response' || responseDeadlineAt !== null;

interface TermProps {
  readonly name: string;
  readonly why?: Explanation | null;
  readonly children: ReactNode;
}

function Term({ name, why = null, children }: TermProps) {
  const isAbsent = children === null || children === undefined || children === false || children === '';
  return (
    <>
      <dt>{name}</dt>
      <dd className={why === null ? undefined : classes.explained}>
        {isAbsent ? '–' : children}
        {/* No text in it: scripts read the value. */}
        <Why of={why} />
      </dd>
    </>
  );
}

/** R40: what no longer waits has no owner of its own; whom it was escalated to is still known. */
function NoOwner({ caseRef }: { readonly caseRef: string }) {
  const owner = useCase(caseRef)?.owner;
  return (
    <>
      –<span className={classes.note}> (the Case owner is {owner})</span>
    </>
  );
}

function Due({ action, at }: { readonly action: Action; readonly at: number }) {
  return (
    <span className={classes.instant}>
      <InstantText at={at} />{' '}
      {action.overdue ? (
        <span className={classes.overdue}>
          <IconWarning size={13} /> overdue
        </span>
      ) : (
        action.phase !== 'closed' && (
          <span className={classes.note}>
            <Countdown to={at} />
          </span>
        )
      )}
    </span>
  );
}

function AwaitedUntil({ action }: { readonly action: Action }) {
  if (action.responseDeadlineAt === null) return action.phase === 'awaiting response' ? 'no time limit' : '–';
  return (
    <span className={classes.instant}>
      <InstantText at={action.responseDeadlineAt} />{' '}
      <span className={classes.note}>
        <Countdown to={action.responseDeadlineAt} />
      </span>
    </span>
  );
}

/** This copy among the others of its type, each a link away. */
function Copies({ action }: { readonly action: Action }) {
  const actions = useCase(action.caseRef)?.actions ?? [];
  const world = useWorkspace((state) => state.world);
  const copies = actions
    .map((ref) => world?.actions.get(ref))
    .filter((other) => other !== undefined && other.actionType === action.actionType);
  if (copies.length === 1) return '1, the only one';
  return (
    <span className={classes.copies}>
      {copies.map((other) => (
        <CopyLink key={other?.ref} copy={other} isThis={other?.ref === action.ref} />
      ))}
      <span className={classes.note}>of {copies.length}</span>
    </span>
  );
}

function CopyLink({ copy, isThis }: { readonly copy: Action | undefined; readonly isThis: boolean }) {
  if (copy === undefined) return null;
  return (
    <>
      {isThis ? (
        <b aria-current="true">{copy.copy}</b>
      ) : (
        <AppLink to={paths.action(exactReference(copy))} aria-label={`Copy ${copy.copy}`} title={copy.status}>
          {copy.copy}
        </AppLink>
      )}{' '}
    </>
  );
}

function CaseLink({ caseRef }: { readonly caseRef: string }) {
  const owner = useCase(caseRef)?.owner;
  return (
    <>
      <AppLink to={paths.case(caseRef)} underline="always">
        {caseRef}
      </AppLink>
      <span className={classes.note}>, of {owner}</span>
    </>
  );
}
