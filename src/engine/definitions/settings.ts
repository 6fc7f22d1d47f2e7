/** What a save makes of a setting: given keys replace, `null` blanks, the rest stays (S1–S4). */
import {
  type ActionType,
  type ActionTypeChange,
  type ExternalApi,
  type ExternalApiChange,
  RETRY_DEFAULTS,
  type Settings,
  type SettingsChange,
  type User,
  type UserChange,
} from '../../shared/definitions.ts';

/** The system-wide settings after a save. */
export function changedSettings(settings: Settings, change: SettingsChange): Settings {
  const { retry, ...rest } = change;
  return { ...settings, ...defined(rest), retry: { ...settings.retry, ...defined(retry ?? {}) } };
}

/** The Action type after a save; a retry pattern of its own starts from the defaults, `retry: null` follows the system-wide one. */
export function changedActionType(actionType: ActionType, change: ActionTypeChange): ActionType {
  const { retry, ...rest } = change;
  const changed: Record<string, unknown> = { ...actionType, ...defined(rest) };
  if (retry === null) changed.retry = null;
  else if (retry !== undefined) changed.retry = { ...(actionType.retry ?? RETRY_DEFAULTS), ...defined(retry) };
  for (const key of Object.keys(changed)) if (changed[key] === null) delete changed[key];
  return changed as ActionType;
}

/** The API after a save. A script replaces random behaviour and the other way round: an API is described by one of them. */
export function changedExternalApi(api: ExternalApi, change: ExternalApiChange): ExternalApi {
  const changed: ExternalApi = { ...api, ...defined(change) };
  if (change.random !== undefined) {
    delete changed.calls;
    delete changed.otherwise;
  } else if (change.calls !== undefined || change.otherwise !== undefined) {
    delete changed.random;
  }
  return changed;
}

/** The person after a save. */
export function changedUser(user: User, change: UserChange): User {
  return { ...user, ...defined(change) };
}

/** Without the keys whose value is `undefined`, which zod leaves on optional keys. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
