/** The system-wide retry pattern (S1, S2), its intervals beside it; the same as in Settings. */
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type FormEvent, type KeyboardEvent, useMemo } from 'react';
import { changedSettings } from '../../../../../engine/settings.ts';
import type { Settings } from '../../../../../shared/definitions.ts';
import { AppLink } from '../../../components/app-link.tsx';
import { ImpactPanel } from '../../../components/impact-panel.tsx';
import { Intervals } from '../../../components/intervals.tsx';
import { Section } from '../../../components/section.tsx';
import { paths } from '../../../stores/address.ts';
import { useSettledWorld } from '../../../stores/settled.ts';
import { useWorkspace } from '../../../stores/workspace.ts';
import { useSettingsForm } from '../../settings/use-settings-form.ts';
import { RetryFields } from '../retry-fields.tsx';
import formClasses from '../shared/form.module.css';
import classes from './retry-pattern.module.css';

export function RetryPatternScreen() {
  const settings = useWorkspace((state) => state.world?.settings);
  return settings === undefined ? null : <PatternForm settings={settings} />;
}

function PatternForm({ settings }: { readonly settings: Settings }) {
  const form = useSettingsForm(settings);
  useHotkeys([['mod+S', () => void form.save()]], []);
  const { change, isDirty } = form;
  const command = useMemo(() => (change === undefined ? null : ({ type: 'saveSettings', change } as const)), [change]);
  return (
    <form
      className={classes.columns}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void form.save();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') void form.askToDiscard();
      }}
    >
      <div className={formClasses.sections}>
        <Section title="System-wide retry pattern" aside="for every Action type without one of its own">
          <RetryFields
            bind={(field) => ({
              value: form.draft[field],
              error: form.errorOf(field),
              onChange: (text) => form.set(field, text),
              onBlur: () => form.leave(field),
            })}
          />
        </Section>
        <Followers />
        <div className={formClasses.bar}>
          <Button type="submit" size="sm">
            Save
          </Button>
          {isDirty && (
            <Button variant="default" size="sm" onClick={form.discard}>
              Discard changes
            </Button>
          )}
          <div className={formClasses.impact} role="status">
            {isDirty && <ImpactPanel command={command} />}
            {form.changedOutside && (
              <div>It was saved elsewhere while you typed; fields you did not touch keep what was saved there.</div>
            )}
          </div>
        </div>
      </div>
      <Intervals pattern={change === undefined ? null : changedSettings(settings, change).retry} />
    </form>
  );
}

/** Which Action types it reaches, and which have a pattern of their own (S3). */
function Followers() {
  const { world, version } = useSettledWorld();
  // The world changes in place: its version says when.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const { own, followerCount } = useMemo(() => {
    const calling = [...(world?.actionTypes ?? [])].filter(([, { externalApi }]) => externalApi !== undefined);
    const withOwn = calling.filter(([, { retry }]) => retry !== undefined);
    return { own: withOwn, followerCount: calling.length - withOwn.length };
  }, [world, version]);
  return (
    <p className={formClasses.note}>
      {followerCount === 1 ? '1 Action type follows it.' : `${followerCount} Action types follow it.`}{' '}
      {own.length > 0 && (
        <>
          With a pattern of their own:{' '}
          {own.map(([name, { title }], index) => (
            <span key={name}>
              {index > 0 && ', '}
              <AppLink to={paths.builderActionType(name)}>{title ?? name}</AppLink>
            </span>
          ))}
          .
        </>
      )}
    </p>
  );
}
