/** The Lab: a new study, and the runs there are. */
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { TableSkeleton } from '../../components/skeletons.tsx';
import { paths } from '../../stores/address.ts';
import { useFromSettledWorld } from '../../stores/settled.ts';
import { StudyForm } from './form/study-form.tsx';
import { studySetting } from './form/study-setting.ts';
import { RunProblems } from './runs/run-problems.tsx';
import { RunsTable } from './runs/runs-table.tsx';
import { useRuns } from './use-runs.ts';

export function LabScreen() {
  const setting = useFromSettledWorld(studySetting, []);
  const [runs, askAgain] = useRuns();
  if (setting === null) return null;
  return (
    <Page title="Lab" actions={<AppLink to={paths.labDay}>Working day</AppLink>}>
      {setting.actionTypes.length > 0 ? (
        <StudyForm setting={setting} />
      ) : (
        <Section title="New study" flush>
          <EmptyState
            sentence="There is no Action type that calls an External API yet."
            action={<AppLink to={paths.builderActionTypes}>Make one in the Builder</AppLink>}
          />
        </Section>
      )}
      <RunProblems />
      {runs === undefined ? <TableSkeleton /> : <RunsTable runs={runs} onChanged={askAgain} />}
    </Page>
  );
}
