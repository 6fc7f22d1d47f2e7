/** Below the Action type: with which settings it is played, as far as nothing is varied; those that are saved, or those of an earlier study. */
import { Button } from '@mantine/core';
import { configuredWords } from '../../../../../views/lab/configured-words.ts';
import { useConfigured } from '../use-configured.ts';
import classes from './form.module.css';
import { actionTypeOf } from './study-draft.ts';
import type { StudySetting } from './study-setting.ts';
import type { StudyForm } from './use-study-form.ts';

interface PlayedProps {
  readonly form: StudyForm;
  readonly setting: StudySetting;
}

export function Played({ form: { draft, change }, setting }: PlayedProps) {
  const actionTypeName = actionTypeOf(draft, setting);
  const configured = useConfigured(actionTypeName);
  if (draft.drafted?.actionTypeName === actionTypeName) {
    return (
      <p className={classes.played}>
        {`Played with the settings of “${draft.drafted.of}”, which are not the ones configured now.`}
        <Button size="compact-xs" variant="default" onClick={() => change({ drafted: null })}>
          Use those configured now
        </Button>
      </p>
    );
  }
  return configured === null ? null : (
    <p className={classes.played}>{`As configured: ${configuredWords(configured)}.`}</p>
  );
}
