/** The contract between the page and the desktop app around it, answered by that app. */
import { implement } from '@orpc/server';
import type { DesktopCommandId } from '../../../shared/commands.ts';
import { desktopContract, type Notice } from '../../../shared/desktop-contract.ts';
import type { PageLink } from './page-link.ts';

export interface DesktopRouterOptions {
  readonly link: PageLink;
  readonly run: (command: DesktopCommandId) => void;
  readonly notify: (notice: Notice) => void;
}

export type DesktopRouter = ReturnType<typeof createDesktopRouter>;

export function createDesktopRouter({ link, run, notify }: DesktopRouterOptions) {
  const os = implement(desktopContract);
  return os.router({
    asked: os.asked.handler(({ signal }) => link.asked(signal)),
    show: os.show.handler(({ input }) => link.show(input)),
    do: os.do.handler(({ input }) => run(input.command)),
    notify: os.notify.handler(({ input }) => notify(input)),
    versions: os.versions.handler(() => {
      const { electron = '', chrome = '', node } = process.versions;
      return { electron, chromium: chrome, node };
    }),
  });
}
