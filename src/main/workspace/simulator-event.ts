/** What those are told who follow a simulator. */
import type { Fact } from '../../shared/facts.ts';
import type { WorldChanges } from '../../shared/world-changes.ts';

/** What a subscriber is told; `replaced` means: forget everything and look again. */
export type SimulatorEvent =
  | { readonly type: 'facts'; readonly facts: readonly Fact[] }
  | { readonly type: 'clock' }
  | { readonly type: 'player' }
  /** The presenter looks at another Action. */
  | { readonly type: 'presenter' }
  /** One went to another point: what is different there. */
  | { readonly type: 'changed'; readonly changes: WorldChanges }
  /** The workspace has another name, or the way back to the one before is another. */
  | { readonly type: 'workspace' }
  | { readonly type: 'replaced' };
