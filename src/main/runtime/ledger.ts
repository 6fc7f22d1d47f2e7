/** What a workspace holds beside its world: the number of its last input, what was done, the scenario in the player, its past. */
import type { Fact } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import type { Future } from './futures.ts';
import { type Gone, Past } from './past.ts';
import { nameOf, type Point, type Standing } from './point.ts';
import type { HistoryEntry, Journal, JournalEntry, Note, PlayedScenario } from './ports.ts';
import { recordedFrom } from './recording.ts';
import { historyEntry } from './replay.ts';
import { isInStep, playerAfter } from './step-taken.ts';

export interface LedgerOptions {
  readonly world: World;
  /** Where virtual time stands. */
  readonly now: Instant;
  /** The number of the last journal entry that `world` holds already. */
  readonly seq: number;
  /** What people and outside systems did up to now. */
  readonly history?: readonly HistoryEntry[];
  /** The scenario in the player; none by default. */
  readonly player?: PlayedScenario | null;
  /** The past of this very world, where there is one already, which stands at `seq`. */
  readonly past?: Past | null;
  /** The latest occasion; what continues on it needs no point of its own to go back to. */
  readonly occasion?: object | null;
  /** About how many bytes of what was replaced are kept, so that one can go back; 0, the default, keeps nothing. */
  readonly historyBytes?: number;
  readonly journal: Journal;
}

type Taken = JournalEntry['input'];

/** Told of an entry and of what occasion it was recorded on. */
type Follower = (entry: JournalEntry, occasion: object | null) => void;

export class Ledger {
  /** What the inputs that come are done on: the point before the first of an occasion is one to go back to; `null` makes none. */
  occasion: object | null = null;
  readonly #journal: Journal;
  #seq: number;
  /** Where time stood after the last entry. */
  #at: Instant;
  /** Only ever appended to: points of the past hold it at earlier lengths. */
  #history: HistoryEntry[];
  #player: PlayedScenario | null;
  #recordedFrom: number | null;
  #past: Past | null;
  #follower: Follower | null = null;

  constructor(options: LedgerOptions) {
    const { world, now, seq, history = [], player = null, past = null, journal } = options;
    const { historyBytes = 0, occasion = null } = options;
    this.#journal = journal;
    this.#seq = seq;
    this.#at = now;
    this.#history = [...history];
    this.#player = player;
    this.#recordedFrom = recordedFrom(this.#history);
    this.#past = past ?? (historyBytes > 0 ? new Past(world, this.standing(), historyBytes, occasion) : null);
    if (past !== null) past.isAlso(seq);
  }

  get past(): Past | null {
    return this.#past;
  }
  get seq(): number {
    return this.#seq;
  }
  get history(): readonly HistoryEntry[] {
    return this.#history;
  }
  get player(): PlayedScenario | null {
    return this.#player;
  }

  /** Where in the history the recording begins that goes on; `null` where nothing is being recorded. */
  get recordedFrom(): number | null {
    return this.#recordedFrom;
  }

  standing(): Standing {
    const history = this.#history;
    return { seq: this.#seq, at: this.#at, history, historyCount: history.length, player: this.#player };
  }

  /** To be told before an input is taken in at `now`, which may still be refused. */
  before(input: Taken, now: Instant): void {
    this.past?.before(input, now, this.occasion, this.standing());
  }

  /** Writes down an input that was taken in, and what came of it. */
  record(input: Taken, facts: readonly Fact[], now: Instant): void {
    this.#seq += 1;
    this.#at = now;
    const recorded = { seq: this.#seq, at: now, input };
    this.#journal.record(recorded);
    this.#follower?.(recorded, this.occasion);
    const entry = historyEntry({ at: now, input });
    if (entry) this.#history.push(entry);
    this.#player = playerAfter(this.#player, input);
    this.past?.happened(input, facts, now, this.occasion);
  }

  /** Writes down what is no input of the rules; `now` is where time stands with it. */
  noteDown(note: Extract<Note, { type: 'advanced' | 'stepTaken' | 'noted' }>, now: Instant): void {
    this.before(note, now);
    this.record(note, [], now);
    if (note.type === 'noted') this.#recordedFrom = recordedFrom(this.#history);
  }

  /** Tells `follower` of every entry from now on, in the place of the one before; `null` ends it. */
  follow(follower: Follower | null): void {
    this.#follower = follower;
  }

  /** Goes on with another past of this very world, which stands where this does. */
  takeOver(past: Past): void {
    this.#past = past;
    // The very one of its points: so one can tell that time which passes again is what was lived.
    this.#player = past.head.standing.player;
  }

  /** Gives a future of this past a name. */
  nameFuture(future: Future, name: string): boolean {
    if (this.past === null) return false;
    this.past.close(this.standing());
    future.name = name;
    this.record({ type: 'futureNamed', seq: nameOf(future.tip), name }, [], this.#at);
    this.past.isAlso(this.#seq);
    return true;
  }

  /** What happened is over: whatever comes is another event. A step of a scenario is left whole. */
  endEvent(): void {
    if (this.past?.event == null || (this.#player !== null && isInStep(this.#player))) return;
    this.past.close(this.standing());
  }

  /** The past, with a point of where the workspace stands: for when it makes way. */
  closedPast(): Past | null {
    this.past?.close(this.standing());
    return this.past;
  }

  /** Brings the world and this to a point, which is an entry of the journal too; `null` where the way is not in memory. */
  goTo(point: Point): Gone | null {
    const { seq, at, history, historyCount, player } = point.standing;
    const gone = this.past?.goTo(point, this.standing()) ?? null;
    if (gone === null) return null;
    this.#history = history.length === historyCount ? (history as HistoryEntry[]) : history.slice(0, historyCount);
    this.#player = player;
    this.#recordedFrom = recordedFrom(this.#history);
    this.record({ type: 'wentTo', seq }, [], at);
    this.past?.isAlso(this.#seq);
    return gone;
  }
}
