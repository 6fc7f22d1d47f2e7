/** Saving one side: its settings become those of an Action type. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { ActionType } from '../../../../shared/definitions.ts';
import type { Command } from '../../../../shared/inputs.ts';
import { act, showDone } from '../../client/act.ts';
import { ImpactPanel } from '../../components/impact-panel.tsx';
import classes from './compare.module.css';
import { changeText, changeTo } from './variant.ts';

interface UseSettingsForProps {
  /** The Action type that gets them; `null` where neither side starts from one. */
  readonly name: string | null;
  readonly target: ActionType | undefined;
  /** `null` while a field is not right. */
  readonly wanted: ActionType | null;
  readonly onSaved: () => void;
  /** Where something was typed. */
  readonly onDiscard: (() => void) | undefined;
}

export function UseSettingsFor(props: UseSettingsForProps) {
  const { name, target, wanted, onSaved, onDiscard } = props;
  const change = target === undefined || wanted === null ? null : changeTo(target, wanted);
  const changeKey = change === null ? null : JSON.stringify(change);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says when the change is another
  const command = useMemo(
    (): Command | null =>
      name === null || change === null
        ? null
        : { type: 'saveDefinition', definition: { section: 'actionTypes', name, change } },
    [name, changeKey],
  );
  const title = target?.title ?? name ?? '';
  const save = async () => {
    if (name === null || change === null) return;
    const definition = { section: 'actionTypes', name, change: changeText(change) } as const;
    if (!(await act({ type: 'saveDefinition', definition }))) return;
    showDone(`The settings of “${title}” are saved.`);
    onSaved();
  };
  return (
    <div className={classes.use}>
      {command !== null && (
        <Button h="auto" mih={32} py={5} styles={{ label: { whiteSpace: 'normal' } }} onClick={() => void save()}>
          Use these settings for {title}
        </Button>
      )}
      {onDiscard !== undefined && (
        <Button variant="default" onClick={onDiscard}>
          Discard changes
        </Button>
      )}
      <div role="status" className={classes.impact}>
        {name === null ? (
          'To use these settings, let one side start from an Action type.'
        ) : wanted === null ? (
          'Not ready to use: some fields are not valid yet.'
        ) : command === null ? (
          `These are the settings of ${title}.`
        ) : (
          <ImpactPanel command={command} />
        )}
      </div>
    </div>
  );
}
