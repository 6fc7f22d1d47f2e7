/** A life of a Lab run beside the Lab: its timeline, calls and *Why?*. Nothing can be done with it but look, or open it as a scenario. */
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { attempt } from '../../client/act.ts';
import { client } from '../../client/client.ts';
import { openFile } from '../../client/open-scenario.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { IconClose } from '../../components/icons.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { navigate, paths } from '../../stores/address.ts';
import { hideLife, type LifeChoice, type ShownLife, useShownLife } from '../../stores/shown-life.ts';
import { ShownWorkspace, useWorkspace } from '../../stores/workspace.ts';
import { Records } from './action-screen.tsx';
import { ConnectionError } from './connection-error.tsx';
import { Info } from './info.tsx';
import classes from './life-panel.module.css';
import { ActionTimeline } from './timeline/action-timeline.tsx';

export function LifePanel() {
  const life = useShownLife();
  const [path] = useLocation();
  if (life === null || !path.startsWith(paths.lab)) return null;
  return (
    <ShownWorkspace value={life.workspace}>
      <Panel life={life} />
    </ShownWorkspace>
  );
}

function Panel({ life }: { readonly life: ShownLife }) {
  const { title, actionRef, choice } = life;
  const action = useWorkspace(({ world }) => world?.actions.get(actionRef));
  const panel = useRef<HTMLElement>(null);
  // What was asked for is read next; another life is another panel to read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again for each life
  useEffect(() => panel.current?.focus({ preventScroll: true }), [life]);
  if (action === undefined) return null;
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={title}
      className={classes.panel}
      onKeyDown={(event) => event.key === 'Escape' && hideLife()}
    >
      <header className={classes.header}>
        <h2 className={classes.title}>{title}</h2>
        <IconButton name="Close" icon={IconClose} onClick={hideLife} />
      </header>
      <div className={classes.line}>
        <StatusChip status={action.status} resolutionMethod={action.resolutionMethod} full />
        <span className={classes.note}>To look at: nothing here is in your workspace.</span>
        <Button variant="default" size="compact-sm" onClick={() => void openAsScenario(choice)}>
          Open as a scenario
        </Button>
      </div>
      <div key={title} className={classes.content}>
        <ConnectionError action={action} />
        <ActionTimeline action={action} />
        <Records action={action} />
        <Info action={action} />
      </div>
    </aside>
  );
}

/** A workspace of its own, none of the steps taken. */
async function openAsScenario(choice: LifeChoice): Promise<void> {
  const file = await attempt(client().lab.trial(choice));
  if (file === null) return;
  await openFile(file);
  navigate(paths.scenarios);
}
