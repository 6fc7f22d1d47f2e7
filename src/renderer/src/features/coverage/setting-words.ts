/** Settings by the words of their forms; a report names them by their paths. */
import type { z } from 'zod';
import { actionType, caseType, externalApi, settings, user } from '../../../../shared/definitions.ts';
import { innerOf, labelOf } from '../../../../shared/field.ts';

/** Where each is set, by the first part of its path. */
const PLACES: Readonly<Record<string, { readonly of: string; readonly schema: z.ZodType }>> = {
  settings: { of: 'Settings', schema: settings },
  user: { of: 'User', schema: user },
  externalApi: { of: 'External API', schema: externalApi },
  actionType: { of: 'Action type', schema: actionType },
  caseType: { of: 'Case type', schema: caseType },
};

/** `Maximum retries` of `Settings`, for `settings.retry.max`. A field without a label has its name in files. */
export function settingWords(path: string): { readonly of: string; readonly label: string } {
  const [place = '', ...keys] = path.split('.');
  const { of, schema } = PLACES[place] as (typeof PLACES)[string];
  let field = schema;
  for (const key of keys) field = (innerOf(field) as z.ZodObject).shape[key] as unknown as z.ZodType;
  const label = labelOf(field);
  return { of, label: label === '' ? (keys.at(-1) ?? place) : label };
}
