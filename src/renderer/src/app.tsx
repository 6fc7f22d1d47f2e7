/** Which screen an address names. */
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { useStore } from 'zustand';
import { AboutDialog, LifePanel, Recorder, RecordingPanel } from './asides.tsx';
import { entry } from './client/entry.ts';
import { AskNameHost } from './components/ask-name.tsx';
import { ConfirmHost } from './components/confirm.tsx';
import { MARK_LABELS, WholeTimelineLegend } from './features/action/timeline/legend.tsx';
import { CasesScreen } from './features/cases/cases-screen.tsx';
import { TokenDialog, TokenScreen } from './features/entry/token-screen.tsx';
import { FirstSteps } from './features/first-steps/first-steps.tsx';
import { Notice } from './features/first-steps/notice.tsx';
import { Frame } from './features/frame/frame.tsx';
import { NotFoundScreen } from './features/frame/not-found-screen.tsx';
import { KEY_GROUPS } from './features/frame/shortcuts.ts';
import { Help } from './features/help/help.tsx';
import { LessonDock } from './features/lesson/lesson-dock.tsx';
import {
  ActionScreen,
  AudienceScreen,
  BackupsScreen,
  BuilderScreen,
  CaseScreen,
  CompareRunsScreen,
  CompareScreen,
  CourseScreen,
  CoverageScreen,
  DashboardScreen,
  EditorScreen,
  ExternalApiScreen,
  ExternalApisScreen,
  FuturesScreen,
  InboxScreen,
  LabDayScreen,
  LabScreen,
  QueuesScreen,
  RunScreen,
  ScenariosScreen,
  SettingsScreen,
  StageScreen,
  WorkspacesScreen,
} from './screens.tsx';
import { actionAt, decodePart, paths, useAddress } from './stores/address.ts';
import { useWorkspace } from './stores/workspace.ts';

export function App() {
  const isAsked = useStore(entry, (state) => state.isAsked);
  const isShown = useWorkspace((state) => state.world !== null);
  if (isAsked && !isShown) return <TokenScreen />;
  return (
    <Router hook={useAddress}>
      <Switch>
        <Route path={paths.audience}>
          <AudienceScreen />
        </Route>
        <Route>
          <Presenter />
        </Route>
      </Switch>
      <TokenDialog opened={isAsked} />
    </Router>
  );
}

/** All but the audience's window. */
function Presenter() {
  return (
    <>
      <Frame
        notice={
          <>
            <Recorder />
            <Notice />
          </>
        }
        aside={
          <>
            <LifePanel />
            <RecordingPanel />
            <LessonDock />
          </>
        }
      >
        <Switch>
          <Route path="/">
            <Redirect to={paths.home} replace />
          </Route>
          <Route path="/cases">
            <CasesScreen />
          </Route>
          <Route path="/cases/:case">
            {(params) => {
              const caseRef = decodePart(params.case);
              return <CaseScreen key={caseRef} caseRef={caseRef} />;
            }}
          </Route>
          <Route path="/cases/:case/actions/:type/:copy?">
            {(params) => (
              <ActionOf caseRef={decodePart(params.case)} actionType={decodePart(params.type)} copy={params.copy} />
            )}
          </Route>
          <Route path="/stage/*">
            <Stage />
          </Route>
          <Route path="/queues">
            <QueuesScreen />
          </Route>
          <Route path={paths.dashboard}>
            <DashboardScreen />
          </Route>
          <Route path="/builder/compare">
            <CompareScreen />
          </Route>
          <Route path={paths.builderRetryPattern}>
            <Redirect to={paths.settings} replace />
          </Route>
          <Route path="/builder/*?">
            <BuilderScreen />
          </Route>
          <Route path={paths.futures}>
            <FuturesScreen />
          </Route>
          <Route path="/external-apis">
            <ExternalApisScreen />
          </Route>
          <Route path="/external-apis/:name">
            {(params) => {
              const name = decodePart(params.name);
              return <ExternalApiScreen key={name} name={name} />;
            }}
          </Route>
          <Route path={paths.course}>
            <CourseScreen />
          </Route>
          <Route path="/inbox/:user">
            {(params) => <InboxScreen key={params.user} user={decodePart(params.user)} />}
          </Route>
          <Route path="/scenarios">
            <ScenariosScreen />
          </Route>
          <Route path={paths.coverage}>
            <CoverageScreen of="scenarios" />
          </Route>
          <Route path={paths.coverageHere}>
            <CoverageScreen of="workspace" />
          </Route>
          <Route path={paths.scenarioEditor}>
            <EditorScreen />
          </Route>
          <Route path="/lab">
            <LabScreen />
          </Route>
          <Route path="/lab/compare">
            <CompareRunsScreen />
          </Route>
          <Route path="/lab/day">
            <LabDayScreen />
          </Route>
          <Route path="/lab/runs/:id">{(params) => <RunScreen key={params.id} id={decodePart(params.id)} />}</Route>
          <Route path={paths.workspaces}>
            <WorkspacesScreen />
          </Route>
          <Route path={paths.backups}>
            <BackupsScreen />
          </Route>
          <Route path="/settings">
            <SettingsScreen />
          </Route>
          <Route>
            <NotFoundScreen />
          </Route>
        </Switch>
      </Frame>
      <Help keys={KEY_GROUPS} start={<FirstSteps />} marks={{ legend: <WholeTimelineLegend />, labels: MARK_LABELS }} />
      <AboutDialog />
      <ConfirmHost />
      <AskNameHost />
    </>
  );
}

function Stage() {
  const [path] = useLocation();
  const reference = actionAt(path);
  return reference === null ? <NotFoundScreen /> : <StageScreen key={reference} reference={reference} />;
}

interface ActionOfProps {
  readonly caseRef: string;
  readonly actionType: string;
  readonly copy: string | undefined;
}

/** `…/post-invoice` is the newest copy, `…/post-invoice/2` the second; anything else names no Action. */
function ActionOf({ caseRef, actionType, copy }: ActionOfProps) {
  if (copy !== undefined && !/^[1-9]\d*$/.test(copy)) return <NotFoundScreen />;
  const copyNumber = copy === undefined ? undefined : Number(copy);
  return (
    <ActionScreen
      key={`${caseRef}/${actionType}/${copy ?? ''}`}
      caseRef={caseRef}
      actionType={actionType}
      copy={copyNumber}
    />
  );
}
