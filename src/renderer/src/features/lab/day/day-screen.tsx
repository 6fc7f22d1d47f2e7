/** A working day of one Action type, with the people who work what is left for them: `#/lab/day`. */
import { client } from '../../../client/client.ts';
import { AppLink } from '../../../components/app-link.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Page } from '../../../components/page.tsx';
import { ReportButton } from '../../../components/report-button.tsx';
import { Section } from '../../../components/section.tsx';
import { paths } from '../../../stores/address.ts';
import { useFromSettledWorld } from '../../../stores/settled.ts';
import classes from './day.module.css';
import { useDayState } from './day-store.ts';
import { type DaySetting, daySetting } from './draft/day-setting.ts';
import { DayForm } from './form/day-form.tsx';
import { useDayForm } from './form/use-day-form.ts';
import { DayResults } from './results/day-results.tsx';
import { useDayRun } from './use-day-run.ts';

export function LabDayScreen() {
  const setting = useFromSettledWorld(daySetting, []);
  if (setting === null) return null;
  return (
    <Page
      title="Working day"
      actions={<DayReport />}
      breadcrumbs={[{ label: 'Lab', to: paths.lab }, { label: 'Working day' }]}
    >
      {setting.actionTypes.length === 0 ? (
        <Section title="The day" flush>
          <EmptyState
            sentence="No Action type of this workspace calls an External API, so there is no day to play."
            action={<AppLink to={paths.builderActionTypes}>Make one in the Builder</AppLink>}
          />
        </Section>
      ) : (
        // Other Action types, another day.
        <Day key={setting.actionTypes.map(({ name }) => name).join('\n')} setting={setting} />
      )}
    </Page>
  );
}

function DayReport() {
  const run = useDayState((state) => state.run);
  if (run === null) return null;
  const isReady = run.state !== 'running' && run.playedCount > 0;
  return <ReportButton isReady={isReady} ask={() => client().lab.reportOfDays({ id: run.id })} />;
}

function Day({ setting }: { readonly setting: DaySetting }) {
  const form = useDayForm(setting);
  const run = useDayRun();
  const played = run?.request.actionTypeName ?? '';
  const title = setting.actionTypes.find(({ name }) => name === played)?.title ?? played;
  return (
    <div className={classes.sides}>
      <DayForm form={form} />
      <DayResults run={run} title={title} />
    </div>
  );
}
