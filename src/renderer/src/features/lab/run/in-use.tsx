/** What became of a study's settings: those that are in use since one saved them here, and what is configured otherwise than when it ran. */
import { Button } from '@mantine/core';
import { nextToUndo } from '../../../../../shared/edits.ts';
import type { Configured, Run } from '../../../../../shared/lab.ts';
import type { World } from '../../../../../shared/world.ts';
import { appliedWords, changedSince, changedWords, isInUse, isOtherApi } from '../../../../../views/lab/applied.ts';
import { undoEdit } from '../../../client/undo.ts';
import { useFromSettledWorld } from '../../../stores/settled.ts';
import { configuredIn } from '../form/study-setting.ts';
import { useConfigured } from '../use-configured.ts';
import { realTime } from '../words/run-words.ts';
import classes from './run.module.css';

export function InUse({ run }: { readonly run: Run }) {
  const { configured: then, applied, actionTypeName } = run;
  const now = useConfigured(actionTypeName);
  const isLatest = useFromSettledWorld(
    (world) => applied !== null && isUndoneNext(world, actionTypeName, applied),
    [actionTypeName, applied],
  );
  if (now === null) return null;
  const isUsed = applied !== null && isInUse(applied, now);
  const changed = changedSince(then, now, isUsed ? applied.changes : []);
  return (
    <>
      {applied !== null && (
        <p className={classes.inUse}>
          {isUsed
            ? `In use since ${realTime(applied.at)}: ${appliedWords(applied.changes)}.`
            : `Used at ${realTime(applied.at)}, no longer in use: ${appliedWords(applied.changes)}.`}
          {isUsed && isLatest && (
            <Button size="compact-xs" variant="default" onClick={() => void undoEdit()}>
              Undo
            </Button>
          )}
        </p>
      )}
      {changed.length > 0 && <p className={classes.note}>Changed since it ran: {changedWords(changed)}.</p>}
      {isOtherApi(then, now) && <p className={classes.note}>The External API was changed since it ran.</p>}
    </>
  );
}

/** Whether the latest edit, with those joined to it, is the one that made these settings so: undoing it takes them back. */
function isUndoneNext(world: World, actionTypeName: string, applied: NonNullable<Run['applied']>): boolean {
  const now = configuredIn(world, actionTypeName);
  if (now === null) return false;
  let before: Configured = now;
  for (const { section, name, before: was } of nextToUndo(world.edits).toReversed()) {
    if (section === 'settings' && was !== null) before = { ...before, settings: was.value };
    if (section === 'actionTypes' && name === actionTypeName && was !== null) {
      before = { ...before, actionType: was.value };
    }
  }
  return !isInUse(applied, before);
}
