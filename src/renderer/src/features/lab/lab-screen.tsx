/** The Lab: a new study, and the runs there are. */
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { TableSkeleton } from '../../components/skeletons.tsx';
import { paths } from '../../stores/address.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { StudyForm } from './form/study-form.tsx';
import { RunProblems } from './runs/run-problems.tsx';
import { RunsTable } from './runs/runs-table.tsx';
import { useRuns } from './use-runs.ts';

export function LabScreen() {
  const actionTypes = useWorkspace(({ world }) => world?.actionTypes);
  const [runs, askAgain] = useRuns();
  const names = [...(actionTypes ?? [])].filter(([, { manual }]) => manual !== true).map(([name]) => name);
  return (
    <Page title="Lab" actions={<AppLink to={paths.labDay}>Working day</AppLink>}>
      {names.length > 0 ? (
        <StudyForm actionTypes={names} />
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
