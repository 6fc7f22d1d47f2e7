/** The application menu and the main window, led by what the page shows; and what the menu does without the page. */
import { join } from 'node:path';
import { Menu, nativeTheme, shell } from 'electron';
import { type CommandId, type DesktopCommandId, isDesktopCommand } from '../../../shared/commands.ts';
import type { PageState } from '../../../shared/desktop-contract.ts';
import type { Simulator } from '../../simulator.ts';
import { createDesktopRouter, type DesktopRouter } from './desktop-router.ts';
import { menuTemplate } from './menu.ts';
import { noticeBoard } from './notices.ts';
import { PageLink } from './page-link.ts';
import { RecentFiles } from './recent-files.ts';
import { type ReadScenario, ScenarioFiles } from './scenario-files.ts';
import { focusWindow, mainWindow } from './window.ts';

export interface MenuBarOptions {
  readonly simulator: Simulator;
  readonly readScenario: ReadScenario;
  /** Where the workspaces are. */
  readonly dataDir: string;
  /** Where the list of recent files is. */
  readonly profileDir: string;
  /** Opens the main window where there is none. */
  readonly ensureWindow: () => Promise<void>;
  readonly onBug: (error: unknown) => void;
  readonly platform?: NodeJS.Platform;
}

export class MenuBar {
  readonly files: ScenarioFiles;
  readonly router: DesktopRouter;
  readonly #options: MenuBarOptions;
  readonly #link: PageLink;
  readonly #recent: RecentFiles;

  /** Shows the menu at once, with what can be done before there is a page. */
  constructor(options: MenuBarOptions) {
    const { simulator, readScenario, profileDir, onBug } = options;
    this.#options = options;
    this.#link = new PageLink((state) => this.#follow(state));
    this.#recent = new RecentFiles(join(profileDir, 'recent-files.json'), () => this.#draw(), onBug);
    const [recent, link] = [this.#recent, this.#link];
    this.files = new ScenarioFiles({ simulator, readScenario, recent, link, window: mainWindow });
    this.router = createDesktopRouter({
      link,
      run: (command) => this.#runHere(command),
      notify: noticeBoard((caseRef) => void this.#showCase(caseRef).catch(onBug)),
    });
    this.#draw();
  }

  /** Forgets which files were open: everything is erased. */
  forget(): void {
    this.#recent.clear();
    this.files.forget();
  }

  get #isMac(): boolean {
    return (this.#options.platform ?? process.platform) === 'darwin';
  }

  #draw(): void {
    const template = menuTemplate({
      state: this.#link.state,
      recent: this.#recent.files,
      isMac: this.#isMac,
      run: (command) => this.#run(command),
      openRecent: (file) => this.#start(this.files.openRecent(file)),
      clearRecent: () => this.#recent.clear(),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  #follow(state: PageState | null): void {
    this.#draw();
    if (state === null) return;
    const source = state.theme === 'auto' ? 'system' : state.theme;
    if (nativeTheme.themeSource !== source) nativeTheme.themeSource = source;
    if (!this.#isMac) return;
    // Elsewhere the title says so.
    mainWindow()?.setDocumentEdited(state.isEdited);
    mainWindow()?.setRepresentedFilename(this.files.fileOf(state.workspaceId));
  }

  #run(command: CommandId): void {
    const contents = mainWindow()?.webContents;
    if (isDesktopCommand(command)) this.#runHere(command);
    else if (command === 'edit.undo' && this.#link.state?.isTyping) contents?.undo();
    else if (command === 'edit.redo' && this.#link.state?.isTyping) contents?.redo();
    else {
      focusWindow();
      this.#link.ask({ type: 'do', command });
    }
  }

  #runHere(command: DesktopCommandId): void {
    if (command === 'file.reveal') shell.showItemInFolder(this.#options.dataDir);
    else this.#start(command === 'file.open' ? this.files.choose() : this.files.saveAs());
  }

  /** Whatever comes of it is to be seen in the window. */
  #start(work: Promise<void>): void {
    work.then(() => this.#options.ensureWindow()).catch(this.#options.onBug);
  }

  async #showCase(caseRef: string | null): Promise<void> {
    await this.#options.ensureWindow();
    focusWindow();
    if (caseRef !== null) this.#link.ask({ type: 'showCase', case: caseRef });
  }
}
