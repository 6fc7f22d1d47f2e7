/** The screens as page objects, each a fixture by its name. */
import type { Page } from '@playwright/test';
import { ActionPage } from './pages/action-page.ts';
import { BuilderPage } from './pages/builder-page.ts';
import { CasePage } from './pages/case-page.ts';
import { CasesPage } from './pages/cases-page.ts';
import { EditorPage } from './pages/editor-page.ts';
import { ExternalApiPage } from './pages/external-api-page.ts';
import { Frame } from './pages/frame.ts';
import { LabDayPage } from './pages/lab-day-page.ts';
import { LabPage } from './pages/lab-page.ts';
import { LessonDock } from './pages/lesson-dock.ts';
import { QueuesPage } from './pages/queues-page.ts';
import { RecorderPage } from './pages/recorder-page.ts';
import { ScenariosPage } from './pages/scenarios-page.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { StagePage } from './pages/stage-page.ts';
import { WorkspacesPage } from './pages/workspaces-page.ts';

export interface Pages {
  /** What stands around every screen: navigation, clock, notifications, inbox. */
  readonly frame: Frame;
  readonly cases: CasesPage;
  readonly casePage: CasePage;
  readonly action: ActionPage;
  readonly queues: QueuesPage;
  readonly builder: BuilderPage;
  readonly externalApi: ExternalApiPage;
  readonly scenarios: ScenariosPage;
  readonly editor: EditorPage;
  readonly recorder: RecorderPage;
  readonly lesson: LessonDock;
  readonly stage: StagePage;
  readonly labPage: LabPage;
  readonly labDay: LabDayPage;
  readonly settings: SettingsPage;
  readonly workspaces: WorkspacesPage;
}

const of =
  <Screen>(create: new (page: Page) => Screen) =>
  async ({ page }: { readonly page: Page }, use: (screen: Screen) => Promise<void>): Promise<void> =>
    use(new create(page));

export const pages = {
  frame: of(Frame),
  cases: of(CasesPage),
  casePage: of(CasePage),
  action: of(ActionPage),
  queues: of(QueuesPage),
  builder: of(BuilderPage),
  externalApi: of(ExternalApiPage),
  scenarios: of(ScenariosPage),
  editor: of(EditorPage),
  recorder: of(RecorderPage),
  lesson: of(LessonDock),
  stage: of(StagePage),
  labPage: of(LabPage),
  labDay: of(LabDayPage),
  settings: of(SettingsPage),
  workspaces: of(WorkspacesPage),
};
