/** The error bar: the five parts of R8 in the words of R9, and Retry where the rules allow it. */
import { Button } from '@mantine/core';
import type { Fact } from '../../../../shared/facts.ts';
import type { Action } from '../../../../shared/model.ts';
import type { World } from '../../../../shared/world.ts';
import { callNumbered } from '../../../../views/calls/calls.ts';
import { type ErrorBar, errorBar, maximumNote } from '../../../../views/calls/error-bar.ts';
import type { Explanation } from '../../../../views/why/explanation.ts';
import { whyNextRetry, whyStatusNow } from '../../../../views/why/why.ts';
import { describeFailure, describeRetries } from '../../../../views/words/call-words.ts';
import { act } from '../../client/act.ts';
import { about } from '../../components/about.ts';
import { Foreseen } from '../../components/foreseen.tsx';
import { IconWarning } from '../../components/icons.tsx';
import { Countdown, InstantText } from '../../components/instant-text.tsx';
import { Why } from '../../components/why.tsx';
import { useProjection } from '../../stores/projection.ts';
import { useFacts, useIsOpenShown, useWorkspace } from '../../stores/workspace.ts';
import classes from './connection-error.module.css';
import { RetryDots } from './retry-dots.tsx';
import { StartAfresh } from './start-afresh.tsx';
import { useMaximum, useRetryRefusal } from './use-rules.ts';

export function ConnectionError({ action }: { readonly action: Action }) {
  const bar = errorBar(action);
  return bar === null ? null : <Bar action={action} bar={bar} />;
}

function Bar({ action, bar }: { readonly action: Action; readonly bar: ErrorBar }) {
  const facts = useFacts(action.ref);
  const note = maximumNote(action, facts, useMaximum(action));
  const world = useWorkspace((state) => state.world);
  const toldOwner = ownerTold(facts);
  const isOpenShown = useIsOpenShown();
  const projection = useProjection();
  return (
    <div
      role="alert"
      aria-label="Connection error"
      {...about(action.ref)}
      className={classes.bar}
      data-closed={action.phase === 'closed'}
    >
      <span className={classes.icon}>
        <IconWarning size={20} />
      </span>
      <div className={classes.words}>
        <h2 className={classes.title}>Could not connect to {failedApi(action, facts)}</h2>
        <p>
          {describeFailure(bar.failure)} at <InstantText at={bar.occurredAt} />.{' '}
          <Prospect bar={bar} why={world && whyProspect(world, action)} />
        </p>
        <p className={classes.retries}>
          <span>
            <span>{describeRetries(bar.retries, bar.max)}</span>.
          </span>
          <RetryDots retries={bar.retries} max={bar.max} isOver={action.phase === 'closed'} />
          {note !== null && <span className={classes.note}>{note}</span>}
          {projection === 'stage' && <RetryOnStage action={action} />}
        </p>
        {toldOwner !== null && <p>The Case owner {toldOwner} was told.</p>}
      </div>
      {isOpenShown && projection === null && (
        <div className={classes.retry}>
          <WhatToDo action={action} />
        </div>
      )}
    </div>
  );
}

/** Part (e), *Retry*; a closed Action has none, but may offer a fresh copy. */
function WhatToDo({ action }: { readonly action: Action }) {
  const refusal = useRetryRefusal(action);
  if (action.phase === 'closed') return <StartAfresh action={action} />;
  if (refusal !== null) {
    return (
      <Foreseen>
        <p className={classes.note}>{refusal}</p>
      </Foreseen>
    );
  }
  return <RetryButton action={action} />;
}

/** Among the words, which have no room beside them to spare; nothing where there is nothing to press. */
function RetryOnStage({ action }: { readonly action: Action }) {
  const refusal = useRetryRefusal(action);
  return refusal === null && action.phase !== 'closed' ? <RetryButton action={action} /> : null;
}

function RetryButton({ action: { ref } }: { readonly action: Action }) {
  return (
    <Button color="red.9" onClick={() => void act({ type: 'retry', action: ref })}>
      Retry
    </Button>
  );
}

/** Part (b): when the next automatic retry is, or why there is none. */
function Prospect({ bar, why }: { readonly bar: ErrorBar; readonly why: Explanation | null }) {
  if (bar.nextRetryAt !== null) {
    return (
      <>
        The next automatic retry is at <InstantText at={bar.nextRetryAt} />,{' '}
        {/* A countdown that is read out every second would drown everything else. */}
        <span aria-live="off">
          <Countdown to={bar.nextRetryAt} />
        </span>
        . <Why of={why} />
      </>
    );
  }
  if (bar.state === 'retrying now') return `Retrying now, retry ${bar.retries} of ${bar.max}.`;
  return (
    <>
      No further automatic retries. <Why of={why} />
    </>
  );
}

/** The wait for the next retry, or the close that ended them. */
function whyProspect(world: World, { ref, phase }: Action): Explanation | null {
  return phase === 'closed' ? whyStatusNow(world, ref) : whyNextRetry(world, ref);
}

/** The API as it was called then, whatever the Action type says now. */
function failedApi({ lastFailure, actionType }: Action, facts: readonly Fact[]): string {
  return (lastFailure && callNumbered(facts, lastFailure.callNumber)?.externalApi) ?? actionType;
}

function ownerTold(facts: readonly Fact[]): string | null {
  const escalated = facts.findLast((fact) => fact.type === 'escalated');
  return escalated?.type === 'escalated' ? escalated.owner : null;
}
