/** `workspace.json`: what of a workspace there is once, and which parts hold the rest; sealed. */
import { z } from 'zod';
import { count, instant } from '../../shared/model-schema.ts';
import { type ScenarioText, scenario } from '../../shared/scenario.ts';
import type { ShapeOf } from '../../shared/shape-of.ts';
import { type WorldJson, worldFromJson } from '../../shared/world-json.ts';
import type { HistoryEntry, PlayedScenario, Workspace } from '../runtime/ports.ts';
import { describeIssue, messageOf } from './describe-issue.ts';
import { historyEntry, playedScenario } from './input-schema.ts';
import { type AnyDocument, isBeyondTime, migrate, SCHEMA_VERSION } from './migrations.ts';
import { type PartRef, partRef } from './parts.ts';
import { seal, unseal } from './seal.ts';
import type { SmallWorld } from './shelves.ts';
import { smallWorldShape, worldJson } from './world-schema.ts';

/** Which document of its folder this is. */
export interface DocumentIdentity {
  /** Counts the documents ever saved in this folder; names backups. */
  readonly saveNumber: number;
  /** The journal of another workspace, or of a course of events that was lost, has another one. */
  readonly workspaceId: string;
}

export interface WorkspaceDocument extends DocumentIdentity {
  /** When it was saved, real time, ISO 8601. */
  readonly savedAt: string;
  readonly title: string;
  readonly now: number;
  /** The last journal entry that it holds, and the sum of the journal's chain there. */
  readonly seq: number;
  readonly sum: number;
  readonly world: SmallWorld;
  readonly parts: readonly PartRef[];
}

const workspaceDocument: z.ZodType<WorkspaceDocument> = z.strictObject({
  saveNumber: z.int().min(1),
  workspaceId: z.string().min(1),
  savedAt: z.iso.datetime(),
  title: z.string(),
  now: instant,
  seq: count,
  sum: count,
  world: z.strictObject(smallWorldShape satisfies ShapeOf<SmallWorld>),
  parts: z
    .array(partRef)
    .refine((parts) => parts.filter(({ kind }) => kind === 'origin').length === 1, 'expected one part with the origin'),
} satisfies ShapeOf<WorkspaceDocument>) as z.ZodType<WorkspaceDocument>;

/** A workspace as documents up to version 3 hold it: all in one. */
export interface WholeWorkspace extends DocumentIdentity {
  readonly workspace: Workspace;
  /** Sentences on what had to be changed so that it could be read. */
  readonly mended: readonly string[];
}

const wholeDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  saveNumber: z.int().min(1),
  workspaceId: z.string().min(1),
  title: z.string(),
  origin: scenario,
  source: z.string().nullable(),
  now: instant,
  seq: count,
  history: z.array(historyEntry),
  world: worldJson,
  player: playedScenario.nullable(),
} satisfies ShapeOf<{
  readonly schemaVersion: number;
  readonly saveNumber: number;
  readonly workspaceId: string;
  readonly title: string;
  readonly origin: ScenarioText;
  readonly source: string | null;
  readonly now: number;
  readonly seq: number;
  readonly history: readonly HistoryEntry[];
  readonly world: WorldJson;
  readonly player: PlayedScenario | null;
}>);

const versioned = z.looseObject({ schemaVersion: z.int().min(1) });

/** The text of a document. */
export function documentText(document: WorkspaceDocument): string {
  return seal(SCHEMA_VERSION, JSON.stringify(document));
}

/**
 * What reading a document came to. `whole`: of a version up to 3, which held all in one. `newer`: a later version wrote it, so
 * that this one can neither read nor replace it.
 */
export type DocumentReading =
  | { readonly kind: 'read'; readonly document: WorkspaceDocument }
  | { readonly kind: 'whole'; readonly whole: WholeWorkspace }
  | { readonly kind: 'newer'; readonly problem: string }
  | { readonly kind: 'damaged'; readonly problem: string };

const damaged = (problem: string): DocumentReading => ({ kind: 'damaged', problem });

/** The document in a text. */
export function readDocument(text: string): DocumentReading {
  const unsealed = unseal(text);
  if (unsealed.kind === 'broken') return damaged(unsealed.problem);
  let json: unknown;
  try {
    json = JSON.parse(unsealed.kind === 'sealed' ? unsealed.body : text);
  } catch (error) {
    return damaged(`it is not JSON (${messageOf(error)})`);
  }
  if (unsealed.kind === 'plain') return fromWhole(json);
  if (unsealed.version > SCHEMA_VERSION) return newer(unsealed.version);
  const document = workspaceDocument.safeParse(json);
  return document.success ? { kind: 'read', document: document.data } : damaged(describeIssue(document.error, json));
}

/** The workspace in a document of a version up to 3, brought up to date. */
export function fromWhole(json: unknown): DocumentReading {
  const version = versioned.safeParse(json);
  if (!version.success) return damaged(describeIssue(version.error, json));
  const { schemaVersion } = version.data;
  if (schemaVersion > SCHEMA_VERSION) return newer(schemaVersion);
  if (schemaVersion === SCHEMA_VERSION) return damaged('its seal is missing');
  let migrated: AnyDocument;
  try {
    migrated = migrate(version.data);
  } catch (error) {
    // A migration trusts its version's shape; a document that has not got it is damaged.
    return damaged(`it cannot be brought up to date (${messageOf(error)})`);
  }
  const document = wholeDocument.safeParse(migrated);
  if (!document.success) return damaged(describeIssue(document.error, migrated));
  const { saveNumber, workspaceId, world, schemaVersion: _, ...rest } = document.data;
  return {
    kind: 'whole',
    whole: {
      saveNumber,
      workspaceId,
      workspace: { ...rest, world: worldFromJson(world) },
      mended: isBeyondTime(version.data) ? [BEYOND_TIME] : [],
    },
  };
}

const BEYOND_TIME =
  'The clock of this workspace was past 31 December 9999, where time now ends. It was set to that date, and nothing more will happen.';

function newer(version: number): DocumentReading {
  const problem = `it is version ${version}, and this Trigger Lab reads versions up to ${SCHEMA_VERSION}`;
  return { kind: 'newer', problem };
}
