/** Settings: the system-wide retry pattern, the response clock, the call timeout; and how this window looks. */
import { Button, Radio } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, useMemo } from 'react';
import { changedSettings } from '../../../../engine/settings.ts';
import type { RetryPattern, Settings } from '../../../../shared/definitions.ts';
import { StatusLegend } from '../../chart/status-legend.tsx';
import { DurationField } from '../../components/fields.tsx';
import { ImpactPanel } from '../../components/impact-panel.tsx';
import { Intervals } from '../../components/intervals.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { UndoButtons } from '../../components/undo-buttons.tsx';
import { useSettledWorld } from '../../stores/settled.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { ColorSchemeControl } from '../../theme/color-scheme-control.tsx';
import { RetryFields } from '../builder/retry-fields.tsx';
import type { Field } from './draft.ts';
import classes from './settings.module.css';
import { type SettingsForm, useSettingsForm } from './use-settings-form.ts';

export function SettingsScreen() {
  const settings = useWorkspace((state) => state.world?.settings);
  return settings === undefined ? null : <SettingsOf settings={settings} />;
}

function SettingsOf({ settings }: { readonly settings: Settings }) {
  const form = useSettingsForm(settings);
  useHotkeys([['mod+S', () => void form.save()]], []);

  const pattern: RetryPattern | null = form.change === undefined ? null : changedSettings(settings, form.change).retry;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') void form.askToDiscard();
  };

  return (
    <Page title="Settings" actions={<UndoButtons />}>
      <form
        className={classes.columns}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
        onKeyDown={onKeyDown}
      >
        <div className={classes.column}>
          <Section title="Retry pattern" aside="for every Action type without one of its own">
            <RetryFields bind={(field) => bind(form, field)} />
          </Section>
          <Section title="Timing">
            <ClockFields form={form} />
          </Section>
          <SaveBar form={form} />
        </div>
        <div className={classes.column}>
          <Intervals pattern={pattern} />
          <OwnPatterns />
          <Section title="Appearance">
            <div className={classes.appearance}>
              <ColorSchemeControl label="Appearance" withWords />
              <StatusLegend />
            </div>
          </Section>
        </div>
      </form>
    </Page>
  );
}

const bind = (form: SettingsForm, field: Field) => ({
  value: form.draft[field],
  error: form.errorOf(field),
  onChange: (text: string) => form.set(field, text),
  onBlur: () => form.leave(field),
});

function ClockFields({ form }: { readonly form: SettingsForm }) {
  return (
    <div className={classes.fields}>
      <Radio.Group
        label="Response clock starts"
        description="From then, an Action waits for its response as long as its type allows"
        value={form.draft.responseClock}
        onChange={(value) => form.set('responseClock', value)}
      >
        <div className={classes.radios}>
          <Radio value="connection" label="When the call connects" />
          <Radio value="launch" label="At launch" description="Retries count too: when it runs out, they end" />
        </div>
      </Radio.Group>
      <DurationField
        label="Call timeout"
        help="A call without an answer for so long has failed to connect"
        {...bind(form, 'callTimeout')}
      />
    </div>
  );
}

/** Says what saving will do before it is done. */
function SaveBar({ form }: { readonly form: SettingsForm }) {
  return (
    <div className={classes.saveBar}>
      <Button type="submit" size="sm">
        Save
      </Button>
      {form.isDirty && (
        <Button variant="default" size="sm" onClick={form.discard}>
          Discard changes
        </Button>
      )}
      <div className={classes.impact} role="status">
        <Impact form={form} />
        {form.changedOutside && (
          <div>
            These settings were saved elsewhere while you typed; fields you did not touch keep what was saved there.
          </div>
        )}
      </div>
    </div>
  );
}

function Impact({ form: { isDirty, change } }: { readonly form: SettingsForm }) {
  const command = useMemo(() => (change === undefined ? null : ({ type: 'saveSettings', change } as const)), [change]);
  return isDirty && <ImpactPanel command={command} />;
}

/** The Action types that this retry pattern does not reach (S3). */
function OwnPatterns() {
  const { world, version } = useSettledWorld();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; its version tells when
  const names = useMemo(
    () =>
      [...(world?.actionTypes ?? [])].flatMap(([name, { title, retry }]) =>
        retry === undefined ? [] : [title ?? name],
      ),
    [world, version],
  );
  if (names.length === 0) return null;
  return (
    <p className={classes.aside}>
      {names.length === 1
        ? 'This Action type has a retry pattern of its own'
        : 'These Action types have retry patterns of their own'}{' '}
      and {names.length === 1 ? 'does' : 'do'} not follow this one: {names.join(', ')}.
    </p>
  );
}
