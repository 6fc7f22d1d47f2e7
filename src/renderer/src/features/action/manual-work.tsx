/** What people do with an Action that is theirs to do (R47, R50): a button where the rules allow it, else why not. */
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Action } from '../../../../shared/model.ts';
import type { World } from '../../../../shared/world.ts';
import { errorBar } from '../../../../views/calls/error-bar.ts';
import { act } from '../../client/act.ts';
import { PersonSelect } from '../../components/person-select.tsx';
import { Section } from '../../components/section.tsx';
import { useView } from '../../stores/view.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import classes from './action-screen.module.css';
import { StartAfresh } from './start-afresh.tsx';
import { UnableDialog } from './unable-dialog.tsx';
import { useWorkRefusal } from './use-rules.ts';

export function ManualWork({ action }: { readonly action: Action }) {
  const { ref } = action;
  const take = useWorkRefusal(action, 'take');
  const unassign = useWorkRefusal(action, 'unassign');
  const complete = useWorkRefusal(action, 'complete');
  const unable = useWorkRefusal(action, 'unable');
  const viewAs = useView((state) => state.viewAs);
  const [chosen, setChosen] = useState<string | null>(null);
  const likely = useWorkspace(({ world }) => (world === null ? null : likelyPerson(world, action)));
  const [asksReason, setAsksReason] = useState(false);

  const refusals = [take, unassign, complete, unable];
  const nothing = refusals.every((refusal) => refusal !== null);
  // Where it could not connect, the error bar offers the same.
  const isUnable = action.resolutionMethod === 'Not Done Successfully' && errorBar(action) === null;
  const by = viewAs ?? chosen ?? likely;
  const named = by === null ? {} : { by };
  const reasons = nothing ? refusals.slice(0, 1) : refusals.filter((refusal) => refusal !== null);

  return (
    <Section title="Manual work">
      <div className={classes.stack}>
        {!nothing && viewAs === null && <PersonSelect label="As" size="xs" value={by} onChange={setChosen} />}
        {!nothing && (
          <Group gap="xs">
            {take === null && by !== null && (
              <Button onClick={() => void act({ type: 'take', action: ref, by })}>Take</Button>
            )}
            {unassign === null && (
              <Button variant="default" onClick={() => void act({ type: 'unassign', action: ref, ...named })}>
                Unassign
              </Button>
            )}
            {complete === null && (
              <Button
                variant={take === null ? 'default' : 'filled'}
                onClick={() => void act({ type: 'complete', action: ref, ...named })}
              >
                Complete
              </Button>
            )}
            {unable === null && (
              <Button variant="default" onClick={() => setAsksReason(true)}>
                Unable to complete
              </Button>
            )}
          </Group>
        )}
        {reasons.map((reason) => (
          <p key={reason} className={classes.note}>
            {reason}
          </p>
        ))}
        {isUnable && <StartAfresh action={action} />}
      </div>
      <UnableDialog action={action} by={by} opened={asksReason} onClose={() => setAsksReason(false)} />
    </Section>
  );
}

/** Who would do it: its assignee, else who works its queue and is there, else anybody. */
function likelyPerson(world: World, { assignee, queue }: Action): string | null {
  if (assignee !== null) return assignee;
  const users = [...world.users];
  const inQueue = users.find(([, user]) => user.available && queue !== null && user.queues.includes(queue));
  return (inQueue ?? users.find(([, user]) => user.available) ?? users[0])?.[0] ?? null;
}
