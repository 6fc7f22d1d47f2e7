/** Nobody can miss that the Case needs its owner: what happened, and what the owner can do about it (R44, R49). */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { describeProblem } from '../../../../engine/attention.ts';
import { runningActions } from '../../../../engine/case-owner.ts';
import type { OwnerOptions } from '../../../../engine/owner-options.ts';
import { whyStatusNow } from '../../../../engine/why.ts';
import { act } from '../../client/act.ts';
import { AppLink } from '../../components/app-link.tsx';
import { IconWarning } from '../../components/icons.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { Why } from '../../components/why.tsx';
import { actionPath, newestCopies } from './action-path.ts';
import classes from './attention-banner.module.css';
import { OPTION_LABELS, refusalsInWords, VerbButton } from './owner-buttons.tsx';
import type { CaseView } from './use-case-view.ts';

interface AttentionBannerProps {
  readonly view: CaseView;
  readonly options: OwnerOptions;
}

export function AttentionBanner({ view: { world, workCase, actions }, options }: AttentionBannerProps) {
  const problem = actions.find(({ ref }) => ref === workCase.problemAction);
  if (problem === undefined) return null;
  const newest = newestCopies(actions).get(problem.actionType) ?? 1;
  return (
    <div role="alert" aria-label="Needs attention" className={classes.banner}>
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
          owner {workCase.owner} was told; the Case does not move on until the owner acts.{' '}
          <Why of={whyStatusNow(world, problem.ref)} />
        </p>
        <div className={classes.options}>
          {options.relaunch === null && (
            <Option words="A fresh copy of this Action, with all its retries.">
              <Button onClick={() => void act({ type: 'relaunch', action: problem.ref })}>
                {OPTION_LABELS.relaunch}
              </Button>
            </Option>
          )}
          {options.rework === null && (
            <Option words={reworkInWords(runningActions(world, workCase).length)}>
              <VerbButton workCase={workCase} verb="rework" />
            </Option>
          )}
          {options.setInProgress === null && (
            <Option words="The alert goes; this Action stays as it is.">
              <VerbButton workCase={workCase} verb="setInProgress" />
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

function reworkInWords(runningCount: number): string {
  if (runningCount === 0) return 'Nothing else is running: it only takes the alert away.';
  const running =
    runningCount === 1 ? 'The running Action closes and starts' : `The ${runningCount} running Actions close and start`;
  return `${running} afresh; this one does not.`;
}

function Option({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <div className={classes.option}>
      {children}
      <span>{words}</span>
    </div>
  );
}
