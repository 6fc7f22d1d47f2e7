/**
 * A Case that is in progress but cannot go on says what holds it up and what its owner can do (R46, R49). It is not an alert: the
 * owner was told and has acted.
 */
import { Button } from '@mantine/core';
import type { Action } from '../../../../shared/model.ts';
import { refusesRelaunch } from '../../../../views/options/owner-options.ts';
import { whyStatusNow } from '../../../../views/why/why.ts';
import { describeProblem } from '../../../../views/words/attention.ts';
import { act } from '../../client/act.ts';
import { AppLink } from '../../components/app-link.tsx';
import { IconInfo } from '../../components/icons.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { Why } from '../../components/why.tsx';
import { actionPath, newestCopies } from './action-path.ts';
import classes from './held-up-notice.module.css';
import type { CaseView } from './use-case-view.ts';

interface HeldUpNoticeProps {
  readonly view: CaseView;
  readonly holding: readonly Action[];
}

export function HeldUpNotice({ view, holding }: HeldUpNoticeProps) {
  if (holding.length === 0) return null;
  const newest = newestCopies(view.actions);
  const isOne = holding.length === 1;
  return (
    <div role="note" aria-label="Held up" className={classes.notice}>
      <span className={classes.icon}>
        <IconInfo size={18} />
      </span>
      <div className={classes.body}>
        <p className={classes.sentence}>
          {isOne
            ? 'This Case is held up by an Action that was not done successfully.'
            : `This Case is held up by ${holding.length} Actions that were not done successfully.`}
        </p>
        <p>
          It continues once {isOne ? 'a fresh copy of it' : 'a fresh copy of each'} is closed Done Successfully or with
          No response returned. Relaunch {isOne ? 'it' : 'them'}, or cancel the Case.
        </p>
        <ul className={classes.actions}>
          {holding.map((action) => (
            <Holding
              key={action.ref}
              view={view}
              action={action}
              path={actionPath(action, newest.get(action.actionType) ?? 1)}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

interface HoldingProps {
  readonly view: CaseView;
  readonly action: Action;
  readonly path: string;
}

function Holding({ view: { world }, action, path }: HoldingProps) {
  const { ref, title, statusSince } = action;
  const refusal = refusesRelaunch(world, action, world.startAt);
  return (
    <li className={classes.action}>
      {refusal === null && (
        <Button
          variant="default"
          className={classes.button ?? ''}
          aria-label={`Relaunch ${ref}`}
          onClick={() => void act({ type: 'relaunch', action: ref })}
        >
          Relaunch
        </Button>
      )}
      <span className={classes.words}>
        "<AppLink to={path}>{title}</AppLink>" {describeProblem(action, world.timelines.get(ref))}
        <span className={classes.detail}>
          {ref}, closed at <InstantText at={statusSince} />
          {refusal !== null && `. Relaunch: ${refusal.message}`} <Why of={whyStatusNow(world, ref)} />
        </span>
      </span>
    </li>
  );
}
