/**
 * What the presenter looks at, for the audience's windows. Whoever reported last leads, from whichever window. Kept in memory only: it
 * is about screens, and nothing of the workspace.
 */
import type { PresenterState } from '../../shared/presenter-contract.ts';
import type { LiveWorkspace } from './live-workspace.ts';

export class Presenter {
  readonly #workspace: Pick<LiveWorkspace, 'tell'>;
  #action: string | null = null;
  #looksElsewhere = true;

  constructor(workspace: Pick<LiveWorkspace, 'subscribe' | 'tell'>) {
    this.#workspace = workspace;
    workspace.subscribe(({ type }) => {
      // Another workspace may have an Action of the same name, which nobody has looked at yet.
      if (type === 'replaced' && this.#looksElsewhere) this.#action = null;
    });
  }

  state(): PresenterState {
    return { action: this.#action };
  }

  /** The presenter looks at this Action, or at no Action: then the audience goes on to see the one before. */
  look(action: string | null): void {
    this.#looksElsewhere = action === null;
    if (action === null || action === this.#action) return;
    this.#action = action;
    this.#workspace.tell({ type: 'presenter' });
  }
}
