/** *Use these settings*: what a variant changes becomes the Action type's, after one has seen what that does to live Actions. */
import { Button, Group, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { command } from '../../../../../shared/inputs.ts';
import type { Run, VariantResult } from '../../../../../shared/lab.ts';
import { changedSince, changedWords } from '../../../../../views/lab/applied.ts';
import { settingTitle, valueText } from '../../../../../views/lab/change-words.ts';
import { presentValue } from '../../../../../views/lab/present.ts';
import { alreadySo, commandToUse, toBeChosen } from '../../../../../views/lab/use-variant.ts';
import { act, attempt, showDone } from '../../../client/act.ts';
import { client } from '../../../client/client.ts';
import { keysHere } from '../../../client/keys-here.ts';
import { ImpactPanel } from '../../../components/impact-panel.tsx';
import { useConfigured } from '../use-configured.ts';
import classes from './run.module.css';

interface UseSettingsProps {
  readonly run: Pick<Run, 'id' | 'actionTypeName' | 'configured'>;
  readonly variant: Pick<VariantResult, 'name' | 'changes'>;
  /** Where the button's own words are not enough to tell it from others. */
  readonly name?: string | undefined;
  /** After they were saved, and the run knows. */
  readonly onApplied: () => void;
}

export function UseSettings({ run, variant, name, onApplied }: UseSettingsProps) {
  const { id, actionTypeName } = run;
  const { changes } = variant;
  const configured = useConfigured(actionTypeName);
  const [isAsking, setAsking] = useState(false);
  const chosen = configured === null ? [] : toBeChosen(changes, configured);
  const text = useMemo(
    () => (configured === null ? null : commandToUse(actionTypeName, changes, configured)),
    [actionTypeName, changes, configured],
  );
  const parsed = useMemo(() => command.safeParse(text).data ?? null, [text]);
  if (configured === null || text === null) return null;
  const others = changedSince(run.configured, configured, changes);
  const use = async () => {
    if (!(await act(text))) return;
    setAsking(false);
    const applied = chosen.map(({ path, value }) => ({
      path,
      from: presentValue(path, configured) ?? null,
      to: value,
    }));
    await attempt(client().lab.applied({ id, variantName: variant.name, changes: applied }));
    onApplied();
    showDone(`The settings of ${actionTypeName} are saved. ${keysHere('edit.undo').join(' ')} undoes it.`);
  };
  return (
    <>
      <Button size="xs" variant="default" aria-label={name} onClick={() => setAsking(true)}>
        Use these settings
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={`Use these settings for ${actionTypeName}`}>
        <ul className={classes.list}>
          {chosen.map(({ path, value }) => (
            <li key={path}>
              {settingTitle(path)}: {valueText(path, presentValue(path, configured) ?? null)} → {valueText(path, value)}
              {path.startsWith('retry.') && configured.actionType.retry === undefined && ', for this Action type only'}
              {(path === 'callTimeout' || path === 'responseClock') && ', for all Action types'}
            </li>
          ))}
          {alreadySo(changes, configured).map(({ path, value }) => (
            <li key={path}>
              {settingTitle(path)}: stays {valueText(path, value)}
            </li>
          ))}
        </ul>
        {others.length > 0 && (
          <p className={classes.note}>The study had other settings than are configured now: {changedWords(others)}.</p>
        )}
        <div role="status" className={classes.impact}>
          <ImpactPanel command={parsed} />
        </div>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={() => setAsking(false)}>
            Cancel
          </Button>
          <Button data-autofocus onClick={() => void use()}>
            Save
          </Button>
        </Group>
      </Modal>
    </>
  );
}
