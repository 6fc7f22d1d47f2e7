/** One Action: its error bar, what it is now, its life on a time axis, its calls and responses, and what can be done with it. */
import { Button, Tabs } from '@mantine/core';
import { memo, useEffect, useEffectEvent } from 'react';
import { exactReference, findAction } from '../../../../engine/decide.ts';
import type { Action } from '../../../../shared/model.ts';
import { act } from '../../client/act.ts';
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExpectMenu } from '../../components/expect-menu.tsx';
import { Later } from '../../components/later.tsx';
import { Page } from '../../components/page.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { isTyping } from '../../components/typing.ts';
import { navigate, paths } from '../../stores/address.ts';
import { useDockedLesson } from '../../stores/lesson-view.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import classes from './action-screen.module.css';
import { AnswerByHand } from './answer-by-hand.tsx';
import { Calls } from './calls.tsx';
import { ConnectionError } from './connection-error.tsx';
import { CopyAsScenario } from './copy-as-scenario.tsx';
import { CustomData } from './custom-data.tsx';
import { Info } from './info.tsx';
import { Log } from './log.tsx';
import { ManualWork } from './manual-work.tsx';
import { Responses } from './responses.tsx';
import { ActionTimeline } from './timeline/action-timeline.tsx';

interface ActionScreenProps {
  readonly caseRef: string;
  readonly actionType: string;
  /** 1 for the first copy; the newest without it. */
  readonly copy?: number | undefined;
}

export function ActionScreen({ caseRef, actionType, copy }: ActionScreenProps) {
  const reference = `${caseRef}/${actionType}${copy === undefined ? '' : `/${copy}`}`;
  const action = useWorkspace(({ world }) => (world === null ? undefined : findAction(world, reference)));
  const owner = useWorkspace(({ world }) => action && world?.cases.get(action.caseRef)?.owner);
  const breadcrumbs = [
    { label: 'Cases', to: paths.cases },
    { label: caseRef, to: paths.case(caseRef) },
    { label: action?.title ?? reference },
  ];
  if (!action) {
    return (
      <Page title={reference} breadcrumbs={breadcrumbs} region={`Action ${reference}`}>
        <EmptyState
          sentence={`There is no Action ${reference}: its Case has not reached it yet, or its name is different.`}
          action={<AppLink to={paths.case(caseRef)}>Open the Case {caseRef}</AppLink>}
        />
      </Page>
    );
  }
  return (
    <Page
      title={action.title}
      breadcrumbs={breadcrumbs}
      region={`Action ${action.ref}`}
      actions={
        <>
          <StageButton reference={reference} />
          <CopyAsScenario action={action} />
        </>
      }
      aside={
        <>
          <StatusChip size="md" status={action.status} resolutionMethod={action.resolutionMethod} full />
          <span className={classes.reference}>{action.ref}</span>
          <ExpectMenu of={[{ action: exactReference(action) }, ...toldOf(owner)]} />
        </>
      }
    >
      {/* Another Action starts with a fresh screen: no half-typed answer of the one before. */}
      <Content key={action.ref} action={action} />
    </Page>
  );
}

/** What the Case owner was told of. */
const toldOf = (owner: string | undefined) => (owner === undefined ? [] : [{ notifications: owner }]);

interface ContentProps {
  readonly action: Action;
}

const Content = memo(function Content({ action }: ContentProps) {
  useKey('r', () => void act({ type: 'retry', action: action.ref }));
  // What is to be done comes first.
  const isWithPeople = action.phase === 'manual';
  return (
    <>
      <ConnectionError action={action} />
      <div className={classes.columns}>
        <div className={classes.side}>
          {isWithPeople && <Work action={action} />}
          <Info action={action} />
          {!isWithPeople && <Work action={action} />}
        </div>
        <div className={classes.main}>
          <div className={classes.timeline}>
            <Timeline action={action} />
          </div>
          <Later>
            <Records action={action} />
            {action.token !== undefined && <AnswerByHand action={action} />}
          </Later>
        </div>
      </div>
    </>
  );
});

function Work({ action }: { readonly action: Action }) {
  return (
    <div className={classes.work} data-waiting={action.phase === 'manual' || undefined}>
      <ManualWork action={action} />
    </div>
  );
}

/** In a lesson it begins by event: what a class looks at is what happens, one after the other. */
function Timeline({ action }: { readonly action: Action }) {
  const isInLesson = useDockedLesson() !== null;
  return isInLesson ? (
    <ActionTimeline key="lesson" action={action} startsBy="by event" />
  ) : (
    <ActionTimeline action={action} />
  );
}

/** Its calls, responses, custom data and log. */
export function Records({ action }: { readonly action: Action }) {
  return (
    <Tabs defaultValue={action.token === undefined ? 'log' : 'calls'} keepMounted={false} className={classes.records}>
      <Tabs.List aria-label="Records">
        <Tabs.Tab value="calls">Calls</Tabs.Tab>
        <Tabs.Tab value="responses">Responses</Tabs.Tab>
        <Tabs.Tab value="data">Custom data</Tabs.Tab>
        <Tabs.Tab value="log">Log</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="calls">
        <Calls action={action} />
      </Tabs.Panel>
      <Tabs.Panel value="responses">
        <Responses action={action} />
      </Tabs.Panel>
      <Tabs.Panel value="data">
        <CustomData action={action} />
      </Tabs.Panel>
      <Tabs.Panel value="log">
        <Log action={action} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** A key without others; where what it does is not allowed, the rules say why. */
function useKey(key: string, press: () => void): void {
  const pressNow = useEffectEvent(press);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== key || event.altKey || event.ctrlKey || event.metaKey || event.repeat || isTyping(event))
        return;
      event.preventDefault();
      pressNow();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [key]);
}

function StageButton({ reference }: { readonly reference: string }) {
  return (
    <Button size="xs" variant="default" title="For a projector (p)" onClick={() => navigate(paths.stage(reference))}>
      Stage
    </Button>
  );
}
