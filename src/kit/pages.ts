/** The screens as page objects, each a fixture by its name; what each is stands at the head of its file. */
import type { Page } from '@playwright/test';
import { ActionPage } from './pages/action-page.ts';
import { BuilderPage } from './pages/builder-page.ts';
import { CasePage } from './pages/case-page.ts';
import { CasesPage } from './pages/cases-page.ts';
import { ComparePage } from './pages/compare-page.ts';
import { CoursePage } from './pages/course-page.ts';
import { CoveragePage } from './pages/coverage-page.ts';
import { DashboardPage } from './pages/dashboard-page.ts';
import { EditorPage } from './pages/editor-page.ts';
import { ExternalApiPage } from './pages/external-api-page.ts';
import { FirstSteps } from './pages/first-steps.ts';
import { Frame } from './pages/frame.ts';
import { FuturesPage } from './pages/futures-page.ts';
import { HelpPanel } from './pages/help-panel.ts';
import { InboxPage } from './pages/inbox-page.ts';
import { LabDayPage } from './pages/lab-day-page.ts';
import { LabPage } from './pages/lab-page.ts';
import { LessonDock } from './pages/lesson-dock.ts';
import { LifePanel } from './pages/life-panel.ts';
import { Palette } from './pages/palette.ts';
import { QueuesPage } from './pages/queues-page.ts';
import { RecorderPage } from './pages/recorder-page.ts';
import { ScenariosPage } from './pages/scenarios-page.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { StagePage } from './pages/stage-page.ts';
import { TokenPage } from './pages/token-page.ts';
import { VerdictPanel } from './pages/verdict-panel.ts';
import { WhyBox } from './pages/why-box.ts';
import { WorkspacesPage } from './pages/workspaces-page.ts';

export interface Pages {
  readonly frame: Frame;
  readonly palette: Palette;
  readonly help: HelpPanel;
  readonly firstSteps: FirstSteps;
  readonly cases: CasesPage;
  readonly casePage: CasePage;
  readonly action: ActionPage;
  readonly why: WhyBox;
  readonly stage: StagePage;
  readonly queues: QueuesPage;
  readonly inbox: InboxPage;
  readonly dashboard: DashboardPage;
  readonly builder: BuilderPage;
  readonly verdict: VerdictPanel;
  readonly compare: ComparePage;
  readonly externalApi: ExternalApiPage;
  readonly scenarios: ScenariosPage;
  readonly coverage: CoveragePage;
  readonly editor: EditorPage;
  readonly recorder: RecorderPage;
  readonly course: CoursePage;
  readonly lesson: LessonDock;
  readonly labPage: LabPage;
  readonly life: LifePanel;
  readonly labDay: LabDayPage;
  readonly futures: FuturesPage;
  readonly settings: SettingsPage;
  readonly workspaces: WorkspacesPage;
  readonly token: TokenPage;
}

const of =
  <Screen>(create: new (page: Page) => Screen) =>
  async ({ page }: { readonly page: Page }, use: (screen: Screen) => Promise<void>): Promise<void> =>
    use(new create(page));

export const pages = {
  frame: of(Frame),
  palette: of(Palette),
  help: of(HelpPanel),
  firstSteps: of(FirstSteps),
  cases: of(CasesPage),
  casePage: of(CasePage),
  action: of(ActionPage),
  why: of(WhyBox),
  stage: of(StagePage),
  queues: of(QueuesPage),
  inbox: of(InboxPage),
  dashboard: of(DashboardPage),
  builder: of(BuilderPage),
  verdict: of(VerdictPanel),
  compare: of(ComparePage),
  externalApi: of(ExternalApiPage),
  scenarios: of(ScenariosPage),
  coverage: of(CoveragePage),
  editor: of(EditorPage),
  recorder: of(RecorderPage),
  course: of(CoursePage),
  lesson: of(LessonDock),
  labPage: of(LabPage),
  life: of(LifePanel),
  labDay: of(LabDayPage),
  futures: of(FuturesPage),
  settings: of(SettingsPage),
  workspaces: of(WorkspacesPage),
  token: of(TokenPage),
};
