/** Edits as the `set` steps that make them in a scenario. */
import { changedExternalApi } from '../../engine/definitions/settings.ts';
import type { ActionType, ActionTypeChange, ExternalApi, ExternalApiChange } from '../../shared/definitions.ts';
import type { DefinitionChange, Edit, SavedDefinition } from '../../shared/edits.ts';
import type { Step } from '../../shared/scenario.ts';
import { type ApiThen, setOf, switchedBehaviour } from './commands.ts';

/**
 * The step that makes the same edit; `saved` is what a save said, `null` where the edit came about otherwise. `unseen` where it comes
 * into force with a later step; `null` where no step can say it, so that the file must begin with it. Keeps `apis` up to date.
 */
export function stepOfEdit(
  saved: SavedDefinition | null,
  edit: Edit,
  apis: Map<string, ApiThen>,
): Step | 'unseen' | null {
  // What was saved as a change is said in the same words.
  const change = saved !== null && 'change' in saved ? saved : changeOf(edit);
  if (change === null) return null;
  return change.section === 'externalApis' ? externalApiStep(change, apis) : { set: setOf(change) };
}

/** What a save must change to turn one side of an edit into the other. */
function changeOf(edit: Edit): DefinitionChange | null {
  if (edit.before?.place !== edit.after?.place) return null;
  const { name } = edit;
  switch (edit.section) {
    case 'settings':
      return edit.after && { section: 'settings', change: edit.after.value };
    case 'users':
      return edit.after && { section: 'users', name, change: edit.after.value };
    case 'actionTypes': {
      const change = edit.before && edit.after && changeOfActionType(edit.before.value, edit.after.value);
      return change && { section: 'actionTypes', name, change };
    }
    case 'externalApis': {
      const change = edit.before && edit.after && changeOfExternalApi(edit.before.value, edit.after.value);
      return change && { section: 'externalApis', name, change };
    }
    default:
      return null;
  }
}

/** Every key that differs, `null` where it is blank now; `null` where no step can say it: whether it is manual cannot change. */
function changeOfActionType(before: ActionType, after: ActionType): ActionTypeChange | null {
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
function changeOfExternalApi(before: ExternalApi, after: ExternalApi): ExternalApiChange {
  const behaviour = switchedBehaviour('As configured', after);
  return before.url === after.url ? behaviour : { url: after.url, ...behaviour };
}

/**
 * While an API is down or silent, what is configured waits until it is switched back; only its address changes at once. While it is
 * up, it does the best of what is configured.
 */
function externalApiStep(
  saved: Extract<DefinitionChange, { section: 'externalApis' }>,
  apis: Map<string, ApiThen>,
): Step | 'unseen' {
  const { name, change } = saved;
  const before = apis.get(name);
  if (before) apis.set(name, { ...before, configured: changedExternalApi(before.configured, change) });
  const url = change.url === undefined ? {} : { url: change.url };
  if (before?.switch === 'Up') {
    const configured = changedExternalApi(before.configured, change);
    return { set: { externalApi: name, ...url, ...switchedBehaviour('Up', configured) } };
  }
  const isWaiting = before?.switch === 'Down' || before?.switch === 'Silent';
  if (!isWaiting) return { set: setOf(saved) };
  return change.url === undefined ? 'unseen' : { set: { externalApi: name, ...url } };
}
