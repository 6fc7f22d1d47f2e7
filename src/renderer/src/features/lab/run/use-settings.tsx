/** *Use these settings*: what a variant changes becomes the Action type's, after one has seen what that does to live Actions. */
import { Button, Group, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { command } from '../../../../../shared/inputs.ts';
import type { VariantResult } from '../../../../../shared/lab.ts';
import { settingTitle, valueText } from '../../../../../views/lab/change-words.ts';
import { presentValue } from '../../../../../views/lab/present.ts';
import { commandToUse, toBeChosen } from '../../../../../views/lab/use-variant.ts';
import { act, showDone } from '../../../client/act.ts';
import { ImpactPanel } from '../../../components/impact-panel.tsx';
import { useConfigured } from '../use-configured.ts';
import classes from './run.module.css';

interface UseSettingsProps {
  readonly actionTypeName: string;
  readonly variant: Pick<VariantResult, 'name' | 'changes'>;
  /** Where the button's own words are not enough to tell it from others. */
  readonly name?: string | undefined;
}

export function UseSettings({ actionTypeName, variant: { changes }, name }: UseSettingsProps) {
  const configured = useConfigured(actionTypeName);
  const [isAsking, setAsking] = useState(false);
  const chosen = configured === null ? [] : toBeChosen(changes, configured);
  const text = useMemo(
    () => (configured === null ? null : commandToUse(actionTypeName, changes, configured)),
    [actionTypeName, changes, configured],
  );
  const parsed = useMemo(() => command.safeParse(text).data ?? null, [text]);
  if (configured === null || text === null) return null;
  const use = async () => {
    if (!(await act(text))) return;
    setAsking(false);
    showDone(`The settings of ${actionTypeName} are saved. Ctrl+Z undoes it.`);
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
        </ul>
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
