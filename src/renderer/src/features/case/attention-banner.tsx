/** Nobody can miss that the Case needs its owner: what happened, and what the owner can do about it (R44, R49). */
import { Button } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { runningActions } from '../../../../engine/case/case-owner.ts';
import type { Action } from '../../../../shared/model.ts';
import type { CaseProcess } from '../../../../views/case/case-process.ts';
import { failedActions, stuckActions } from '../../../../views/case/held-up.ts';
import type { OwnerOptions } from '../../../../views/options/owner-options.ts';
import { whyStatusNow } from '../../../../views/why/why.ts';
import { describeProblem } from '../../../../views/words/attention.ts';
import { act } from '../../client/act.ts';
import { about } from '../../components/about.ts';
import { AppLink } from '../../components/app-link.tsx';
import { Foreseen } from '../../components/foreseen.tsx';
import { IconWarning } from '../../components/icons.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { Why } from '../../components/why.tsx';
import { actionPath, newestCopies } from './action-path.ts';
import classes from './attention-banner.module.css';
import { OPTION_LABELS, refusalsInWords, VerbButton } from './owner-buttons.tsx';
import type { CaseView } from './use-case-view.ts';

interface AttentionBannerProps {
  readonly view: CaseView;
  readonly process: CaseProcess;
  readonly options: OwnerOptions;
}

export function AttentionBanner({ view, process, options }: AttentionBannerProps) {
  const { world, caseInstance, actions } = view;
  const problem = actions.find(({ ref }) => ref === caseInstance.problemAction);
  if (problem === undefined) return null;
  const newest = newestCopies(actions).get(problem.actionType) ?? 1;
  const others = failedActions(actions).filter(({ ref }) => ref !== problem.ref);
  return (
    <div role="alert" aria-label="Needs attention" {...about(caseInstance.ref)} className={classes.banner}>
      <span className={classes.icon}>
        <IconWarning size={20} />
      </span>
      <div className={classes.body}>
        <p className={classes.sentence}>
          Needs attention: "<AppLink to={actionPath(problem, newest)}>{problem.title}</AppLink>"{' '}
          {describeProblem(problem, world.timelines.get(problem.ref))}
        </p>
        <p className={classes.detail}>
          {problem.ref} was closed at <InstantText at={problem.statusSince} />, {problem.resolutionMethod}. The Case
          owner {caseInstance.owner} was told; the Case does not move on until the owner acts.{' '}
          <Why of={whyStatusNow(world, problem.ref)} />
        </p>
        {others.length > 0 && <AlsoFailed others={others} view={view} process={process} />}
        <div className={classes.options}>
          {options.relaunch === null && (
            <Option words="A fresh copy of this Action, with all its retries.">
              <Button onClick={() => void act({ type: 'relaunch', action: problem.ref })}>
                {OPTION_LABELS.relaunch}
              </Button>
            </Option>
          )}
          {options.rework === null && (
            <Option words={reworkInWords(runningActions(world, caseInstance).length)}>
              <VerbButton caseInstance={caseInstance} verb="rework" />
            </Option>
          )}
          {options.setInProgress === null && (
            <Option
              words={`The alert is cleared; ${others.length === 0 ? 'this Action stays as it is' : 'these Actions stay as they are'}.`}
            >
              <VerbButton caseInstance={caseInstance} verb="setInProgress" />
            </Option>
          )}
          {refusalsInWords(options, ['relaunch', 'rework', 'setInProgress']).map(({ why, labels }) => (
            <p key={why} className={classes.option}>
              {labels}: {why}
            </p>
          ))}
        </div>
      </div>
    </div>
  );
}

interface AlsoFailedProps {
  readonly others: readonly Action[];
  readonly view: CaseView;
  readonly process: CaseProcess;
}

/** The alert is about one Action. The others were escalated too, and relaunching that one leaves them as they are (R44, R49). */
function AlsoFailed({ others, view: { caseInstance, actions }, process }: AlsoFailedProps) {
  const newest = newestCopies(actions);
  const stuck = new Set(stuckActions(caseInstance, process));
  const needed = others.filter((action) => stuck.has(action)).length;
  return (
    <p className={classes.detail}>
      Also closed, Not Done Successfully:{' '}
      {others.map((action, index) => (
        <Fragment key={action.ref}>
          {index > 0 && ', '}"
          <AppLink to={actionPath(action, newest.get(action.actionType) ?? 1)}>{action.title}</AppLink>" ({action.ref})
        </Fragment>
      ))}
      .
      {needed > 0 &&
        ` The Case does not move on without ${needed === 1 ? 'a fresh copy of it' : 'fresh copies of them'} either.`}
    </p>
  );
}

function reworkInWords(runningCount: number): string {
  if (runningCount === 0) return 'Nothing else is running: this only clears the alert.';
  const running =
    runningCount === 1
      ? 'The running Action closes and restarts'
      : `The ${runningCount} running Actions close and restart`;
  return `${running}; this one does not.`;
}

function Option({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <div className={classes.option}>
      {children}
      <Foreseen>
        <span>{words}</span>
      </Foreseen>
    </div>
  );
}
