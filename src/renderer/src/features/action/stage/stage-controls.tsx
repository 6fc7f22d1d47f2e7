/** Below the stage, for the presenter alone: the maximum, what the API does with calls, pictures for slides, the audience's window. */
import { SegmentedControl } from '@mantine/core';
import { retryPattern } from '../../../../../shared/definitions.ts';
import { labelOf, rangeOf } from '../../../../../shared/field.ts';
import type { Action, ExternalApiState } from '../../../../../shared/model.ts';
import type { ApiSwitch } from '../../../../../shared/words.ts';
import { LanesPictureButtons } from '../../../chart/lanes/lanes-picture.tsx';
import { act } from '../../../client/act.ts';
import { openAudience } from '../../../client/audience.ts';
import { useWish } from '../../../client/use-wish.ts';
import { IconAudience } from '../../../components/icons.tsx';
import { offeredSwitches } from '../../../components/offered-switches.ts';
import { useWorkspace } from '../../../stores/workspace.ts';
import { useMaximum } from '../use-rules.ts';
import classes from './stage.module.css';

const MAXIMUM = rangeOf(retryPattern.shape.max);

export function StageControls({ action }: { readonly action: Action }) {
  const apiName = useWorkspace(({ world }) => world?.actionTypes.get(action.actionType)?.externalApi);
  const api = useWorkspace(({ world }) => (apiName === undefined ? undefined : world?.externalApis.get(apiName)));
  return (
    <footer className={classes.controls}>
      {api !== undefined && apiName !== undefined && (
        <>
          <Maximum action={action} />
          <Switch name={apiName} api={api} />
        </>
      )}
      <div className={classes.tools}>
        <LanesPictureButtons action={action} size="stage" />
        <button
          type="button"
          className={classes.button}
          aria-label="Audience window"
          title="Audience window"
          onClick={openAudience}
        >
          <IconAudience size={20} />
          <span className={classes.whereThereIsRoom}>Audience window</span>
        </button>
      </div>
    </footer>
  );
}

/** Saved at once, without a word about what it would do: that is what the class is to find out. */
function Maximum({ action }: { readonly action: Action }) {
  const { actionType } = action;
  const isOwn = useWorkspace(({ world }) => world?.actionTypes.get(actionType)?.retry !== undefined);
  const [shown, wish] = useWish(useMaximum(action), (max) =>
    act({
      type: 'saveDefinition',
      definition: isOwn
        ? { section: 'actionTypes', name: actionType, change: { retry: { max } } }
        : { section: 'settings', change: { retry: { max } } },
    }),
  );
  const label = labelOf(retryPattern.shape.max);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame of its own
    <div role="group" aria-label={label} className={classes.control}>
      <span aria-hidden="true">Maximum</span>
      <Step name="One fewer" sign="−" isOff={shown <= MAXIMUM.min} onClick={() => wish(shown - 1)} />
      <output className={classes.maximum}>{shown}</output>
      <Step name="One more" sign="+" isOff={shown >= MAXIMUM.max} onClick={() => wish(shown + 1)} />
    </div>
  );
}

interface StepProps {
  readonly name: string;
  readonly sign: string;
  readonly isOff: boolean;
  readonly onClick: () => void;
}

function Step({ name, sign, isOff, onClick }: StepProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-disabled={isOff || undefined}
      className={classes.button}
      onClick={isOff ? undefined : onClick}
    >
      {sign}
    </button>
  );
}

function Switch({ name, api }: { readonly name: string; readonly api: ExternalApiState }) {
  const [shown, flip] = useWish(api.switch, (to: ApiSwitch) => act({ type: 'switchApi', name, to }));
  return (
    <div className={classes.control}>
      <span className={classes.api} title={name}>
        {name} is
      </span>
      <SegmentedControl
        aria-label="API is"
        className={classes.switch ?? ''}
        value={shown}
        data={[...offeredSwitches(api.definition.url)]}
        onChange={(to) => flip(to as ApiSwitch)}
      />
    </div>
  );
}
