/** Which Action type of a file a command is about. */
import type { ActionType } from '../../shared/definitions.ts';
import { UsageError } from './exit-status.ts';

/** The named one, or the only one that calls an API. */
export function apiActionType(actionTypes: Readonly<Record<string, ActionType>>, named: string | undefined): string {
  const names = Object.keys(actionTypes).filter((name) => actionTypes[name]?.manual !== true);
  const list = names.length === 0 ? 'the file has none that calls an API' : `the file has ${names.join(', ')}`;
  if (named !== undefined) {
    if (!names.includes(named)) throw new UsageError(`--action-type ${named}: ${list}`);
    return named;
  }
  const [only, ...others] = names;
  if (only === undefined || others.length > 0) throw new UsageError(`--action-type is missing: ${list}`);
  return only;
}
