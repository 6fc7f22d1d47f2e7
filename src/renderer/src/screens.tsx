/**
 * The screens, each with a file of its own. The Cases have none: nearly every start shows them, so they come with the frame.
 */
import { type ComponentType, useEffect } from 'react';
import { type Part, part } from './components/part.tsx';
import { PageSkeleton } from './components/skeletons.tsx';
import { useWorkspace } from './stores/workspace.ts';

/** Its file is loaded while the workspace is still on its way; it shows once both are there. */
function screen<Props extends object>(load: () => Promise<ComponentType<Props>>): Part<Props> {
  const Loaded = part(load, <PageSkeleton />);
  function Screen(props: Props) {
    const isThere = useWorkspace(({ world }) => world !== null);
    useEffect(() => void Loaded.load(), []);
    return isThere ? <Loaded {...props} /> : <PageSkeleton />;
  }
  return Object.assign(Screen, { load: Loaded.load });
}

export const CaseScreen = screen(async () => (await import('./features/case/case-screen.tsx')).CaseScreen);
export const ActionScreen = screen(async () => (await import('./features/action/action-screen.tsx')).ActionScreen);
export const StageScreen = screen(async () => (await import('./features/action/stage/stage-screen.tsx')).StageScreen);
export const QueuesScreen = screen(async () => (await import('./features/people/queues-screen.tsx')).QueuesScreen);
export const InboxScreen = screen(async () => (await import('./features/frame/inbox-screen.tsx')).InboxScreen);
export const ExternalApisScreen = screen(
  async () => (await import('./features/external-apis/external-apis-screen.tsx')).ExternalApisScreen,
);
export const ExternalApiScreen = screen(
  async () => (await import('./features/external-apis/external-api-screen.tsx')).ExternalApiScreen,
);
export const SettingsScreen = screen(
  async () => (await import('./features/settings/settings-screen.tsx')).SettingsScreen,
);
export const BuilderScreen = screen(async () => (await import('./features/builder/builder-screen.tsx')).BuilderScreen);
export const ScenariosScreen = screen(
  async () => (await import('./features/scenarios/scenarios-screen.tsx')).ScenariosScreen,
);
export const CoverageScreen = screen(
  async () => (await import('./features/coverage/coverage-screen.tsx')).CoverageScreen,
);
export const DashboardScreen = screen(
  async () => (await import('./features/dashboard/dashboard-screen.tsx')).DashboardScreen,
);
export const CourseScreen = screen(async () => (await import('./features/course/course-screen.tsx')).CourseScreen);
export const FuturesScreen = screen(async () => (await import('./features/futures/futures-screen.tsx')).FuturesScreen);
export const CompareScreen = screen(async () => (await import('./features/compare/compare-screen.tsx')).CompareScreen);
export const LabScreen = screen(async () => (await import('./features/lab/lab-screen.tsx')).LabScreen);
export const LabDayScreen = screen(async () => (await import('./features/lab/day/day-screen.tsx')).LabDayScreen);
export const RunScreen = screen(async () => (await import('./features/lab/run/run-screen.tsx')).RunScreen);
export const CompareRunsScreen = screen(
  async () => (await import('./features/lab/runs/compare-runs-screen.tsx')).CompareRunsScreen,
);
export const WorkspacesScreen = screen(
  async () => (await import('./features/workspaces/workspaces-screen.tsx')).WorkspacesScreen,
);
export const BackupsScreen = screen(
  async () => (await import('./features/workspaces/backups-screen.tsx')).BackupsScreen,
);
/** With it comes CodeMirror, which nothing else needs: the one screen that is not loaded ahead. */
export const EditorScreen = screen(async () => (await import('./features/editor/editor-screen.tsx')).EditorScreen);

/** It says by itself that it waits. */
export const AudienceScreen = part(
  async () => (await import('./features/action/stage/audience-screen.tsx')).AudienceScreen,
);
/** What is loaded once the first screen shows, what will probably be asked for first at the front. */
export const SCREENS_AHEAD = [
  CaseScreen,
  ActionScreen,
  QueuesScreen,
  ScenariosScreen,
  ExternalApisScreen,
  ExternalApiScreen,
  BuilderScreen,
  SettingsScreen,
  WorkspacesScreen,
  InboxScreen,
  StageScreen,
  DashboardScreen,
  CourseScreen,
  CoverageScreen,
  LabScreen,
  RunScreen,
  FuturesScreen,
  CompareScreen,
  LabDayScreen,
  CompareRunsScreen,
  BackupsScreen,
] as const;
