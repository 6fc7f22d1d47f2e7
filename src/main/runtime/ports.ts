/** What the runtime needs from the outside, as narrow as possible; adapters in `network`, `external-system` and `store` fit these. */

import type { CustomData, ExternalApi } from '../../shared/definitions.ts';
import type { Erased, Holdings } from '../../shared/erase-contract.ts';
import type { Rejection } from '../../shared/errors.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Command, Input, Occurrence } from '../../shared/inputs.ts';
import type { CallPlan, Delivery, Instant } from '../../shared/model.ts';
import type { PlayedStep } from '../../shared/played.ts';
import type { RecordingNote } from '../../shared/recording.ts';
import type { Scenario, Step } from '../../shared/scenario.ts';
import type { ApiSwitch } from '../../shared/words.ts';
import type { BackupInfo } from '../../shared/workspace-contract.ts';
import type { WorkspaceInfo } from '../../shared/workspaces-contract.ts';
import type { World } from '../../shared/world.ts';

/** One POST to an External API (R3), with all that its answer may depend on. */
export interface CallRequest {
  readonly externalApi: string;
  readonly definition: ExternalApi;
  readonly switch: ApiSwitch;
  readonly actionRef: string;
  /** The name of the Action's random stream. */
  readonly stream: string;
  /** Starts at 1; counted per Action, retries included. */
  readonly callNumber: number;
  /** When the call starts, virtual time. */
  readonly at: Instant;
  readonly startAt: Instant;
  readonly seed: number;
  /** S4: no answer within it is a failure (`hang`). */
  readonly callTimeoutMs: number;
  readonly token: string;
  /** The `Action` part of the body; the adapter adds `CallBackURL`. */
  readonly action: CustomData;
}

/**
 * Makes a call. `direct` answers at once, HTTP by promise; both say the same for the same request, unless the API is real: then
 * HTTP takes as long as the server does, or until `giveUp` aborts, and nothing goes out over `direct`.
 */
export interface ExternalApiCaller {
  call(request: CallRequest, giveUp?: AbortSignal): CallPlan | Promise<CallPlan>;
}

/** Told how many real milliseconds a call took. That is no part of the world: no rule, trace or journal may know it. */
export type NoteWallTime = (request: CallRequest, wallMs: number) => void;

/** A delivery that reaches the callback address. */
export interface CallbackRequest {
  readonly actionRef: string;
  readonly token: string;
  readonly delivery: Delivery;
}

/** What the callback answers (R28–R30). */
export interface CallbackReply {
  readonly httpStatus: 200 | 400 | 401 | 404 | 409;
  readonly message: string;
}

/** Takes a delivery into the world, within the step that runs. */
export type Receive = (delivery: Delivery) => CallbackReply;

/** Sends an external system's answer to the Action's callback address. */
export interface ResponseSender {
  send(request: CallbackRequest, receive: Receive): CallbackReply | Promise<CallbackReply>;
}

/** What the journal holds beside inputs: the world is the same after it, or as it was after the entry `seq`. */
export type Note =
  | { readonly type: 'advanced' }
  | { readonly type: 'stepTaken'; readonly step: PlayedStep }
  | { readonly type: 'wentTo'; readonly seq: number }
  | { readonly type: 'futureNamed'; readonly seq: number; readonly name: string }
  | Noted;

/** What somebody who records adds. */
export interface Noted {
  readonly type: 'noted';
  readonly note: RecordingNote;
}

/** One accepted input, as the journal keeps it. */
export interface JournalEntry {
  /** Starts at 1 and never skips. */
  readonly seq: number;
  readonly at: Instant;
  /**
   * `advanced` moves the clock alone, `stepTaken` is the player's, `wentTo` goes to where all was after the earlier entry `seq`,
   * `futureNamed` names the future that ends there, `noted` is a recorder's; every other input is decided again on replay. `at` is
   * where time stands afterwards: only `wentTo` brings an earlier one.
   */
  readonly input: Input | Note;
}

/** Keeps every accepted input; `flush` resolves when all recorded so far are on disk. */
export interface Journal {
  record(entry: JournalEntry): void;
  flush(): Promise<void> | void;
}

/** What an input came to. */
export type Outcome = { readonly rejected: false; readonly facts: readonly Fact[] } | Rejection;

/** An accepted input that did not follow by itself, or a note of somebody who records. */
export interface HistoryEntry {
  readonly at: Instant;
  readonly input: Command | Extract<Occurrence, { type: 'response' }> | Noted;
}

/** A file's text, and what it is called. */
export interface FileText {
  readonly fileName: string;
  readonly text: string;
}

/** The examples of a scenario file: what it takes to play another of them. */
export interface PlayedExamples {
  readonly fileName: string;
  /** What it names: the files that it includes, and its table of examples. */
  readonly beside: readonly FileText[];
  readonly titles: readonly string[];
  /** The one that is played, from 1. */
  readonly number: number;
}

/** The scenario in the player: the steps of its file, and what came of those that were taken. */
export interface PlayedScenario {
  readonly title: string;
  /** The library's id; `null` for a file. */
  readonly id: string | null;
  /** `null` where its file has none. */
  readonly examples: PlayedExamples | null;
  readonly steps: readonly Step[];
  /** In order, from the first step on; the others are still to be taken. */
  readonly taken: readonly PlayedStep[];
  /** Whether it is played for a class. */
  readonly isLesson: boolean;
  /** Whether somebody has acted or moved time beside it since the last of those. */
  readonly isLeft: boolean;
}

/** A workspace as it is stored: what it began with, what it is now, and how it came there. */
export interface Workspace {
  readonly title: string;
  /** The definitions and start it began with; its `steps` are empty. */
  readonly origin: Scenario;
  /** The text of the file that it was opened from; `null` where there was none. */
  readonly source: string | null;
  readonly world: World;
  readonly now: Instant;
  /** The last journal entry that `world` holds. */
  readonly seq: number;
  /** All that people and outside systems did since; exporting the workspace writes it out as steps. */
  readonly history: readonly HistoryEntry[];
  /** `null` where no scenario is in the player. */
  readonly player: PlayedScenario | null;
}

/** A workspace as a store opened it. */
export type OpenedWorkspace = Opened & { readonly workspace: Workspace };

/** What opening a store found. */
export interface Opened {
  /** `null` where nothing was stored before. */
  readonly workspace: Workspace | null;
  /** Sentences for the user: what was damaged, where it was put, what could be recovered. */
  readonly recovered: readonly string[];
  /** Why the workspace can only be looked at and exported, in a sentence; `null` where it can be worked on. */
  readonly readOnly: string | null;
}

/** A save on its way. */
export interface Saving {
  /**
   * Writes what was taken down; when it resolves, the document is on disk. Where it fails, document and journals still open. Says
   * how many Cases, Actions, entries of the history, … had to be written.
   */
  write(): Promise<{ readonly writtenCount: number }>;
}

/** A workspace as it was, and what was done since. */
export interface Story {
  readonly base: Workspace;
  readonly entries: readonly JournalEntry[];
}

/** Keeps a workspace: one document, and a journal of every input since. One writer at a time. */
export interface Store extends Journal {
  /** Locks, reads the document, replays the journal's tail; refuses a second writer by name. */
  open(): Promise<Opened>;
  /**
   * Takes down what has to be written, and begins another journal. The workspace must not change until this resolves; then it goes
   * on, and so does its journal.
   */
  begin(workspace: Workspace): Promise<Saving>;
  /** The same and all of the writing. `supersedes`: the last save of the same workspace is no backup any more when this one is. */
  save(workspace: Workspace, how?: { readonly supersedes: boolean }): Promise<void>;
  /** How many journal entries the document does not hold. */
  readonly journalledCount: number;
  /**
   * The last journal entry that the document holds, or will hold when the save that runs has ended: the journal must not lead to
   * before it.
   */
  readonly savedSeq: number;
  /** The workspace as it was after the entry `seq`, from stored documents and journals; `null` where that is no longer kept. */
  at(seq: number): Promise<Workspace | null>;
  /**
   * How it came to the entry that is the last when this is asked for: the oldest document that is kept of this workspace from which the journals lead there, and all of
   * their entries, those of futures that were left too. `null` where that is too much to be told again, or something on the way is
   * missing.
   */
  story(): Promise<Story | null>;
  /** The last few saves, newest first. */
  backups(): Promise<BackupInfo[]>;
  /** The workspace as it was saved then; `null` where there is no such backup, a sentence where it is damaged. */
  backup(saveNumber: number): Promise<Workspace | string | null>;
  /** Flushes and unlocks. */
  close(): Promise<void>;
}

/** The workspace that was open before, to return to. */
export interface WayBack {
  readonly workspace: string;
  readonly name: string;
}

/** The workspaces that are kept side by side. One process has them all, and opens one at a time. */
export interface Workspaces {
  /**
   * Keeps other processes out, finishes what was interrupted, and reads which workspace was open last. Gives sentences on what was
   * damaged. Refuses a second process by name.
   */
  open(): Promise<readonly string[]>;
  /** Which one is open, or was last. */
  readonly openId: string;
  /** `null` where there is nothing to return to, or it was dismissed. */
  readonly wayBack: WayBack | null;
  /** A store for the workspace with this id, another each time; one with an id that no workspace has is empty. */
  storeOf(id: string): Store;
  /** Opens the store of one that is not open; says why it cannot be, in a sentence. `null`: there is no such workspace. */
  enter(id: string): Promise<{ readonly store: Store; readonly opened: OpenedWorkspace } | string | null>;
  /** An id that no workspace has. */
  newId(): string;
  /**
   * Makes another workspace, with this id and title, of what is stored of one, its past too; nothing may be written there meanwhile.
   * Whatever interrupts it, the other one is there or it is not.
   */
  copy(id: string, to: { readonly id: string; readonly title: string }): Promise<void>;
  /** What is stored of each, in no order; `isOpen` by `openId`. */
  list(): Promise<WorkspaceInfo[]>;
  /** From now on, and at the next start, this one is the open one; on disk when it resolves. */
  note(openId: string, wayBack: WayBack | null): Promise<void>;
  /** Moves a workspace aside, as a whole: whatever interrupts it, it is there or it is not. Its store must be closed. */
  remove(id: string): Promise<void>;
  /** All that is kept, of every workspace and beside them, and what lies there that is not ours. */
  holdings(): Promise<Holdings>;
  /** Removes the profile of the desktop app's window, which must not be in use. */
  eraseWindow(): Promise<Erased>;
  /**
   * From now on, and at the next start, `keeps` is the open one, and everything else but the window's profile is to be removed: `null`
   * keeps none. On disk when it resolves; the next opening does what `eraseCondemned` was to do.
   */
  condemn(keeps: string | null): Promise<void>;
  /** Removes all that is condemned; what cannot be removed is named, and stays. No store of it may be open. */
  eraseCondemned(): Promise<Erased>;
  /** Lets other processes in. */
  close(): Promise<void>;
}
