/** `workspace.json`: a workspace as text, and back: parse, migrate, validate. */
import { z } from 'zod';
import { type ScenarioText, scenario } from '../../shared/scenario.ts';
import { type WorldJson, worldFromJson, worldToJson } from '../../shared/world-json.ts';
import type { HistoryEntry, PlayedScenario, Workspace } from '../runtime/ports.ts';
import { describeIssue, messageOf } from './describe-issue.ts';
import { count, historyEntry, instant, playedScenario } from './input-schema.ts';
import { type AnyDocument, migrate, SCHEMA_VERSION } from './migrations.ts';
import type { ShapeOf } from './schema-tools.ts';
import { worldJson } from './world-schema.ts';

/** Which document of its folder this is. */
export interface DocumentIdentity {
  /** Counts the documents ever saved in this folder; names backups. */
  readonly saveNumber: number;
  /** The journal of another workspace, or of a course of events that was lost, has another one. */
  readonly workspaceId: string;
}

export interface WorkspaceDocument extends DocumentIdentity {
  readonly schemaVersion: number;
  readonly title: string;
  /** The scenario it began with, as files write it. */
  readonly origin: ScenarioText;
  readonly source: string | null;
  readonly now: number;
  readonly seq: number;
  readonly history: readonly HistoryEntry[];
  readonly world: WorldJson;
  readonly player: PlayedScenario | null;
}

const workspaceDocument = z.strictObject({
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
} satisfies ShapeOf<WorkspaceDocument>);

const versioned = z.looseObject({ schemaVersion: z.int().min(1) });

/** A workspace read back, and which document it came from. */
export interface StoredWorkspace extends DocumentIdentity {
  readonly workspace: Workspace;
}

/** The document of a workspace as it is at this moment: it does not change when the world goes on. */
export function toDocument(workspace: Workspace, { saveNumber, workspaceId }: DocumentIdentity): WorkspaceDocument {
  const { title, origin, source, now, seq, history, world, player } = workspace;
  return {
    schemaVersion: SCHEMA_VERSION,
    saveNumber,
    workspaceId,
    title,
    origin: z.encode(scenario, origin),
    source,
    now,
    seq,
    history: [...history],
    world: worldToJson(world),
    player,
  };
}

/** What reading a document came to. `newer`: a later version wrote it, so that this one can neither read nor replace it. */
export type DocumentReading =
  | { readonly kind: 'read'; readonly stored: StoredWorkspace }
  | { readonly kind: 'newer'; readonly problem: string }
  | { readonly kind: 'damaged'; readonly problem: string };

/** The workspace in a document's text. */
export function readDocument(text: string): DocumentReading {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { kind: 'damaged', problem: `it is not JSON (${messageOf(error)})` };
  }
  return fromDocument(json);
}

/** The workspace in a document. */
export function fromDocument(json: unknown): DocumentReading {
  const version = versioned.safeParse(json);
  if (!version.success) return { kind: 'damaged', problem: describeIssue(version.error, json) };
  const { schemaVersion } = version.data;
  if (schemaVersion > SCHEMA_VERSION) {
    const problem = `it is of version ${schemaVersion}, this Trigger Lab knows versions up to ${SCHEMA_VERSION}`;
    return { kind: 'newer', problem };
  }
  let migrated: AnyDocument;
  try {
    migrated = migrate(version.data);
  } catch (error) {
    // A migration trusts its version's shape; a document that has not got it is damaged.
    return { kind: 'damaged', problem: `it cannot be brought up to date (${messageOf(error)})` };
  }
  const document = workspaceDocument.safeParse(migrated);
  if (!document.success) return { kind: 'damaged', problem: describeIssue(document.error, migrated) };
  const { saveNumber, workspaceId, world, schemaVersion: _, ...rest } = document.data;
  return {
    kind: 'read',
    stored: { saveNumber, workspaceId, workspace: { ...rest, world: worldFromJson(world) } },
  };
}
