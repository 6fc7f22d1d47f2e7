/** What an edit of a definition is, as it is told. */
import { z } from 'zod';
import { actionType, caseType, externalApi, settings, user } from './definitions.ts';
import type { Edit } from './edits.ts';
import { count } from './model-schema.ts';
import type { ShapeOf } from './shape-of.ts';

const editOf = <S extends Edit['section'], Value extends z.ZodType>(section: S, value: Value) => {
  const side = z.object({ value, place: count }).nullable();
  return z.object({
    section: z.literal(section),
    name: z.string().describe('The name of the definition; empty for the settings.'),
    before: side.describe('null where the edit created it.'),
    after: side.describe('null where the edit deleted it.'),
    renamedTo: z.string().optional(),
    joined: z.literal(true).optional().describe('Saved together with the edit before it.'),
  } satisfies ShapeOf<Edit>);
};

/** An edit, its values as code holds them: durations in milliseconds. */
export const edit = z
  .discriminatedUnion('section', [
    editOf('settings', settings),
    editOf('queues', z.null()),
    editOf('users', user),
    editOf('externalApis', externalApi),
    editOf('actionTypes', actionType),
    editOf('caseTypes', caseType),
  ])
  .meta({ id: 'Edit', description: 'A definition made, changed, renamed, moved or deleted.' });
