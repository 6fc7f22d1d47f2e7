/** What a `set` step must say to turn one definition into another. */
import type { ActionType, ActionTypeChange, ExternalApi, ExternalApiChange } from '../../shared/definitions.ts';
import { switchedBehaviour } from './commands.ts';

/** Every key that differs, `null` where it is blank now; `null` where no step can say it: manual or not is for good. */
export function changeOfActionType(before: ActionType, after: ActionType): ActionTypeChange | null {
  if ((before.manual === true) !== (after.manual === true)) return null;
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof ActionType>;
  const change: Record<string, unknown> = {};
  for (const key of keys) {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) change[key] = after[key] ?? null;
  }
  // A title cannot be blank: without one an Action is called by its type's name.
  return change.title === null ? null : (change as ActionTypeChange);
}

/** The whole behaviour, since a script replaces random behaviour and the other way round. */
export function changeOfExternalApi(before: ExternalApi, after: ExternalApi): ExternalApiChange {
  const behaviour = switchedBehaviour('As configured', after);
  return before.url === after.url ? behaviour : { url: after.url, ...behaviour };
}
