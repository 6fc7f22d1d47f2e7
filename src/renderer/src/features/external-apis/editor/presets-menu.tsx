/** Behaviours to start from: they fill the form, and nothing is saved by it. */
import { Button, Menu } from '@mantine/core';
import { useRef } from 'react';
import { canonicalInstant } from '../../../../../shared/instant.ts';
import { API_PRESETS, type ApiPreset, PRESET_WORDS, presetBehaviour } from '../../../../../views/api/api-presets.ts';
import { showDone } from '../../../client/act.ts';
import { confirm } from '../../../components/confirm.tsx';
import { IconChevronDown } from '../../../components/icons.tsx';
import { clockOf, workspace } from '../../../stores/workspace.ts';
import { behaviourDraftOf } from '../draft/api-draft.ts';
import { asOnClock } from '../draft/outage-draft.ts';
import classes from './editor.module.css';
import type { ApiForm } from './use-api-form.ts';

export function PresetsMenu({ form }: { readonly form: ApiForm }) {
  /** What a preset filled in: nobody typed that, so another one may take its place. */
  const filled = useRef<unknown>(null);

  const fill = async (preset: ApiPreset) => {
    const isTyped = form.isDirty && filled.current !== form.draft.otherwise.id;
    if (isTyped && !(await askToReplace(preset))) return;
    const behaviour = behaviourDraftOf(presetBehaviour(preset, presentInstant()));
    filled.current = behaviour.otherwise.id;
    form.change(behaviour);
    showDone(`The form is filled with ${preset}. It is not saved yet.`);
  };

  return (
    <Menu position="bottom-end" width={440} transitionProps={{ duration: 0 }} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={12} />}>
          Presets
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {API_PRESETS.map((preset) => (
          <Menu.Item
            key={preset}
            className={classes.preset ?? ''}
            aria-description={PRESET_WORDS[preset]}
            onClick={() => void fill(preset)}
          >
            {preset}
            <span className={classes.presetWords} aria-hidden="true">
              {PRESET_WORDS[preset]}
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const askToReplace = (preset: ApiPreset) =>
  confirm({
    title: `Fill the form with ${preset}?`,
    message: 'What you typed here is not saved yet and would be replaced.',
    confirmLabel: 'Replace',
    danger: true,
  });

/** Now by the clock, as files have it: `09:34`, or with its date where that is of another day. */
export function presentInstant(): string {
  const { now, startAt } = clockOf(workspace.getState());
  return canonicalInstant(asOnClock(now, startAt));
}
