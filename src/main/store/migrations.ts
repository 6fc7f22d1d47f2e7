/**
 * Documents of earlier versions, brought up to date step by step. Up to version 3 a document held all in one; since then it is in
 * parts, which the store writes when it has read one of those. To change the document's shape: raise `SCHEMA_VERSION`, add the
 * step from the version before under that version's number, and put a document of that version beside its test.
 */
import { LAST_INSTANT } from '../../shared/instant.ts';
import { withinTime, withRulesOfVersion4 } from './migrate-to-4.ts';

/** The version this program writes. */
export const SCHEMA_VERSION = 4;

/** A document of some version: an object whose only known key is its version. */
export type AnyDocument = Readonly<Record<string, unknown>> & { readonly schemaVersion: number };

/** From version `n`, its key, to version `n + 1`; `schemaVersion` itself is raised by `migrate`. */
export type Migrations = Readonly<Record<number, (document: AnyDocument) => Readonly<Record<string, unknown>>>>;

export const MIGRATIONS: Migrations = {
  // Edits that can be undone, and the text of the opened file, came with the Builder.
  1: ({ world, ...rest }) => ({
    ...rest,
    source: null,
    world: { ...(world as object), edits: { done: [], undone: [] } },
  }),
  // The scenario in the player was not kept before, nor was the order in which a Case's timeline and those of its Actions
  // grew: it goes by their instants. Actions drew by their references, and go on to.
  2: ({ world, ...rest }) => {
    const before = world as WorldOfVersion2;
    const timelines = new Map(before.timelines);
    const timelineOrders = before.cases.map(([caseRef, { actions }]) => {
      const told = [caseRef, ...actions].flatMap((ref) => (timelines.get(ref) ?? []).map(({ at }) => ({ ref, at })));
      return [caseRef, told.sort((left, right) => left.at - right.at).map(({ ref }) => ref)];
    });
    const actions = before.actions.map(([ref, action]) => {
      const { caseRef, actionType, position } = action;
      const place = position ? `at ${position.step}.${position.member}` : 'ad hoc 1';
      return [ref, { ...action, place: `${caseRef}/${actionType}/${place}`, stream: ref }];
    });
    return { ...rest, world: { ...before, actions, timelineOrders }, player: null };
  },
  // A document lies in parts since then; what it holds has changed a little too.
  3: ({ world, ...rest }) => {
    const migrated = withoutCallbackKey(withRulesOfVersion4(world as object));
    if (!isBeyondTime(rest)) return { ...rest, world: migrated };
    return { ...rest, now: LAST_INSTANT, world: withinTime(migrated) };
  },
};

/** Whether its clock went beyond the last instant, which versions up to 3 let it do. */
export function isBeyondTime({ now }: Readonly<Record<string, unknown>>): boolean {
  return typeof now === 'number' && now > LAST_INSTANT;
}

/** Callback secrets came from the seed alone; what the journal goes on with is decided as it was. */
function withoutCallbackKey(world: object): object {
  return { ...world, callbackKey: null };
}

interface ActionOfVersion2 {
  readonly caseRef: string;
  readonly actionType: string;
  readonly position?: { readonly step: number; readonly member: number };
}

interface WorldOfVersion2 {
  readonly actions: readonly [ref: string, ActionOfVersion2][];
  readonly cases: readonly [ref: string, { readonly actions: readonly string[] }][];
  readonly timelines: readonly [ref: string, readonly { readonly at: number }[]][];
}

/** The document as version `target` has it. It must not be of a later version. */
export function migrate(
  document: AnyDocument,
  migrations: Migrations = MIGRATIONS,
  target = SCHEMA_VERSION,
): AnyDocument {
  let migrated = document;
  for (let version = document.schemaVersion; version < target; version += 1) {
    const step = migrations[version];
    if (!step) throw new Error(`there is no migration from version ${version} of the document`);
    migrated = { ...step(migrated), schemaVersion: version + 1 };
  }
  return migrated;
}
