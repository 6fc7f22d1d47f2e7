/** Settings: the system-wide retry pattern and whatever else is system-wide; and how this window looks. */
import { type Settings, settings as settingsSchema } from '../../../../shared/definitions.ts';
import { StatusLegend } from '../../chart/status-legend.tsx';
import { chooseNotices } from '../../client/case-notices.ts';
import { AppLink } from '../../components/app-link.tsx';
import { Intervals } from '../../components/intervals.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { UndoButtons } from '../../components/undo-buttons.tsx';
import { focusField } from '../../form/focus-field.ts';
import formClasses from '../../form/form.module.css';
import { RetryFields } from '../../form/retry-fields.tsx';
import { SchemaField } from '../../form/schema-field.tsx';
import { SwitchField } from '../../form/switch-field.tsx';
import { paths } from '../../stores/address.ts';
import { useAddressCommand } from '../../stores/address-command.ts';
import { useFromSettledWorld } from '../../stores/settled.ts';
import { useView } from '../../stores/view.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { ColorSchemeControl } from '../../theme/color-scheme-control.tsx';
import classes from './settings.module.css';
import { SettingsBar } from './settings-bar.tsx';
import { useSettingsForm } from './use-settings-form.ts';

export function SettingsScreen() {
  const settings = useWorkspace((state) => state.world?.settings);
  return settings === undefined ? null : <SettingsOf settings={settings} />;
}

const { retry: _, ...TIMING } = settingsSchema.shape;

function SettingsOf({ settings }: { readonly settings: Settings }) {
  const form = useSettingsForm(settings);
  useAddressCommand('field', (label) => focusField(document, label));
  return (
    <Page title="Settings" actions={<UndoButtons />}>
      <form {...form.formProps} className={classes.columns}>
        <div className={formClasses.sections}>
          <Section title="Retry pattern" aside="for every Action type without one of its own">
            <RetryFields form={form} at="retry" />
          </Section>
          <Section title="Timing">
            <div className={formClasses.fields}>
              {Object.entries(TIMING).map(([key, schema]) => (
                <SchemaField key={key} schema={schema} path={key} form={form} />
              ))}
            </div>
          </Section>
          <SettingsBar form={form} />
        </div>
        <div className={formClasses.sections}>
          <Intervals pattern={form.checked.value?.retry ?? null} />
          <Followers />
          <Section title="Appearance">
            <div className={classes.appearance}>
              <ColorSchemeControl label="Appearance" withWords />
              <StatusLegend />
            </div>
          </Section>
          <Section title="Notifications" aside="of this window">
            <NoticesSwitch />
          </Section>
        </div>
      </form>
    </Page>
  );
}

function NoticesSwitch() {
  const notifies = useView((state) => state.notifies);
  return (
    <SwitchField
      label="Notify me when a Case needs attention"
      help="By a notification of your system, while this window is not in front: for the person you view as, or for everybody."
      value={notifies}
      onChange={(isOn) => void chooseNotices(isOn)}
    />
  );
}

/** Which Action types the pattern reaches, and which have one of their own (S3). */
function Followers() {
  const followers = useFromSettledWorld((world) => {
    const calling = [...world.actionTypes].filter(([, { externalApi }]) => externalApi !== undefined);
    const withOwn = calling.filter(([, { retry }]) => retry !== undefined);
    return { own: withOwn, followerCount: calling.length - withOwn.length };
  }, []);
  if (followers === null) return null;
  const { own, followerCount } = followers;
  return (
    <p className={formClasses.note}>
      {followerCount === 1
        ? '1 Action type follows this retry pattern.'
        : `${followerCount} Action types follow this retry pattern.`}{' '}
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
