/** *Erase everything*: all that is kept on this machine goes, and the app goes on as on the first day, with the sample workspace. */
import type { Erased, Holdings } from '../../shared/erase-contract.ts';
import type { Workspaces } from '../runtime/ports.ts';
import type { Library } from '../scenario/library.ts';
import type { LiveWorkspace } from './live-workspace.ts';
import type { Opener } from './opener.ts';

export interface EraserOptions {
  readonly workspaces: Pick<Workspaces, 'holdings' | 'eraseWindow' | 'condemn' | 'eraseCondemned'>;
  readonly library: Pick<Library, 'sample'>;
  readonly opener: Pick<Opener, 'openAlone'>;
  /** Its runs are forgotten; nothing of them is written any more when it resolves. */
  readonly forgetRuns: () => Promise<void>;
}

/** `isWindowLater`: the window's profile is in use, and goes before the app next starts. */
export interface ErasedAll extends Erased {
  readonly isWindowLater: boolean;
}

const NOTHING: Erased = { fileCount: 0, bytes: 0, failed: [], left: [] };

export class Eraser {
  readonly #workspace: Pick<LiveWorkspace, 'prepareAndOpen'>;
  readonly #options: EraserOptions;
  #eraseWindow: (() => void) | null = null;

  constructor(workspace: Pick<LiveWorkspace, 'prepareAndOpen'>, options: EraserOptions) {
    this.#workspace = workspace;
    this.#options = options;
  }

  /** From now on the window's profile is in use: whoever uses it erases it, by `erase`, which is called at the end. */
  leaveWindowTo(erase: () => void): void {
    this.#eraseWindow = erase;
  }

  /** All that is kept: what `all` would remove, and what it would leave. */
  look(): Promise<Holdings> {
    return this.#options.workspaces.holdings();
  }

  /**
   * Removes all of it. The sample workspace is whole before anything is gone; from then on the next start does what was interrupted.
   * What cannot be removed is named. Rejects with a `StoreFailure` where not even that can be begun; then all is as it was.
   */
  all(): Promise<ErasedAll> {
    const { workspaces, library, opener, forgetRuns } = this.#options;
    return this.#workspace.prepareAndOpen(
      () => library.sample(),
      async (sample, onOccasion) => {
        const ofWindow = this.#eraseWindow === null ? await workspaces.eraseWindow() : NOTHING;
        await opener.openAlone(sample, workspaces.condemn.bind(workspaces), onOccasion);
        await forgetRuns();
        const rest = await workspaces.eraseCondemned();
        this.#eraseWindow?.();
        return {
          fileCount: ofWindow.fileCount + rest.fileCount,
          bytes: ofWindow.bytes + rest.bytes,
          failed: [...ofWindow.failed, ...rest.failed],
          left: rest.left,
          isWindowLater: this.#eraseWindow !== null,
        };
      },
    );
  }
}
