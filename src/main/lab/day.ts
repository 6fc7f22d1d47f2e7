/**
 * One working day: launches come in, people work what is handed over or escalated, one item at a time, oldest first. People are
 * shared, so this is no trial: it runs on the runtime and its event queue, without HTTP.
 */
import { createWorld } from '../../engine/create-world.ts';
import { drawFrom, purposeCode, streamKey } from '../../engine/random.ts';
import type { Definitions } from '../../shared/definitions.ts';
import { MINUTE_MS } from '../../shared/duration.ts';
import type { Fact } from '../../shared/facts.ts';
import { formatInstant } from '../../shared/instant.ts';
import type { DayRequest } from '../../shared/lab-day.ts';
import type { Instant } from '../../shared/model.ts';
import { planCall } from '../../simulated-api/behaviour.ts';
import { Runtime } from '../runtime/runtime.ts';
import { launchInstants } from './day-launches.ts';

/** What is played: the definitions and the request. Plain data, to be sent to workers. */
export interface DayPlan {
  readonly definitions: Definitions;
  readonly startAt: Instant;
  readonly request: DayRequest;
}

/** What one day came to. */
export interface Day {
  readonly launched: number;
  readonly escalated: number;
  readonly handedOver: number;
  readonly workedOff: number;
  readonly leftOver: number;
  /** From hand-over to being taken, of each item that was. */
  readonly waitsMs: readonly number[];
  /** Every `SAMPLE_MS`, from the start. */
  readonly waiting: readonly number[];
  readonly oldestMs: readonly number[];
  /** By the order of `request.people`. */
  readonly busyMs: readonly number[];
  readonly itemCounts: readonly number[];
}

export const SAMPLE_MS = 10 * MINUTE_MS;

const CASE_TYPE = 'Day';
const PER_ITEM = purposeCode('per item');

/** Something for a person to do: a To Do Action, or a Case that needs its owner. */
interface Item {
  readonly ref: string;
  readonly kind: 'action' | 'case';
  readonly since: Instant;
  readonly assignee: string | null;
  readonly queue: string | null;
}

interface Person {
  readonly name: string;
  readonly queues: readonly string[];
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly perItemMs: number;
  item: Item | null;
  doneAt: Instant;
  idleSince: Instant;
  busyMs: number;
  itemCount: number;
}

/** Which outages there are: the API's own as configured, with the day's too, or none at all. */
export type DayOutages = 'own' | "own and the day's" | 'none';

/** Plays one day under `seed`; the same three always play the same day. */
export async function playDay(plan: DayPlan, seed: number, outages: DayOutages): Promise<Day> {
  const day = new DayRun(plan, seed, outages);
  return day.play();
}

class DayRun {
  readonly #plan: DayPlan;
  readonly #seed: number;
  readonly #runtime: Runtime;
  readonly #people: readonly Person[];
  readonly #launches: readonly Instant[];
  readonly #endAt: Instant;
  readonly #waitingItems: Item[] = [];
  readonly #waits: number[] = [];
  readonly #samples = { waiting: [] as number[], oldestMs: [] as number[] };
  readonly #counts = { launched: 0, escalated: 0, handedOver: 0, workedOff: 0 };

  constructor(plan: DayPlan, seed: number, outages: DayOutages) {
    const { request, startAt } = plan;
    this.#plan = plan;
    this.#seed = seed;
    this.#endAt = startAt + request.lengthMs;
    this.#launches = launchInstants(seed, request.launchesPerHour, request.lengthMs).map((ms) => startAt + ms);
    const definitions = dayDefinitions(plan, outages);
    this.#people = request.people.map(({ name, fromMs, toMs, perItemMs }) => ({
      name,
      queues: definitions.users[name]?.queues ?? [],
      fromAt: startAt + fromMs,
      toAt: startAt + toMs,
      perItemMs,
      item: null,
      doneAt: Number.POSITIVE_INFINITY,
      idleSince: startAt + fromMs,
      busyMs: 0,
      itemCount: 0,
    }));
    this.#runtime = new Runtime({
      world: createWorld(definitions, startAt, seed),
      now: startAt,
      seq: 0,
      caller: { call: planCall },
      sender: { send: ({ delivery }, receive) => receive(delivery) },
      journal: { record: () => undefined, flush: () => undefined },
    });
    this.#runtime.subscribe(({ facts }) => {
      for (const fact of facts) this.#notice(fact);
    });
  }

  async play(): Promise<Day> {
    const { startAt } = this.#plan;
    let launchIndex = 0;
    let sampleAt = startAt;
    while (true) {
      const launchAt = this.#launches[launchIndex] ?? Number.POSITIVE_INFINITY;
      const at = Math.min(launchAt, sampleAt, this.#runtime.next?.at ?? Number.POSITIVE_INFINITY, this.#nextOfPeople());
      if (at > this.#endAt) break;
      await this.#runtime.advanceTo(at);
      if (at === launchAt) {
        launchIndex += 1;
        this.#counts.launched += 1;
        await this.#must({ type: 'launchCases', caseType: CASE_TYPE, count: 1 });
      }
      for (const person of this.#people) if (person.doneAt <= at) await this.#finish(person);
      // Whoever has been idle longest goes first.
      for (const person of this.#people.toSorted((one, other) => one.idleSince - other.idleSince))
        await this.#begin(person);
      if (at === sampleAt) {
        this.#sample(at);
        sampleAt += SAMPLE_MS;
      }
    }
    return {
      ...this.#counts,
      leftOver: this.#waitingItems.length,
      waitsMs: this.#waits,
      waiting: this.#samples.waiting,
      oldestMs: this.#samples.oldestMs,
      busyMs: this.#people.map(({ busyMs }) => busyMs),
      itemCounts: this.#people.map(({ itemCount }) => itemCount),
    };
  }

  /** When somebody finishes an item or begins to work. */
  #nextOfPeople(): Instant {
    const { now } = this.#runtime;
    const instants = this.#people.map(({ item, doneAt, fromAt }) =>
      item !== null ? doneAt : fromAt > now ? fromAt : Number.POSITIVE_INFINITY,
    );
    return Math.min(Number.POSITIVE_INFINITY, ...instants);
  }

  #notice(fact: Fact): void {
    if (fact.type === 'allocated' && fact.choice !== 'taken' && fact.choice !== 'unassigned') {
      this.#counts.handedOver += 1;
      const { actionRef: ref, at: since, assignee, queue } = fact;
      this.#waitingItems.push({ ref, kind: 'action', since, assignee, queue });
    } else if (fact.type === 'escalated') {
      this.#counts.escalated += 1;
      const { caseRef: ref, at: since, owner: assignee } = fact;
      this.#waitingItems.push({ ref, kind: 'case', since, assignee, queue: null });
    }
  }

  /** The oldest item that is the person's, or is in one of the person's queues and nobody's. */
  async #begin(person: Person): Promise<void> {
    const { now } = this.#runtime;
    if (person.item !== null || now < person.fromAt || now >= person.toAt) return;
    const index = this.#waitingItems.findIndex(({ assignee, queue }) =>
      assignee === null ? queue !== null && person.queues.includes(queue) : assignee === person.name,
    );
    const [item] = index < 0 ? [] : this.#waitingItems.splice(index, 1);
    if (item === undefined) return;
    if (item.kind === 'action') await this.#must({ type: 'take', action: item.ref, by: person.name });
    this.#waits.push(now - item.since);
    // The same item takes the same time whoever does it, with and without the outage.
    const drawn = drawFrom(streamKey(this.#seed, 'item', item.ref), 1, PER_ITEM);
    const takesMs = Math.max(1, Math.round(-person.perItemMs * Math.log(1 - drawn)));
    person.item = item;
    person.doneAt = now + takesMs;
    person.busyMs += Math.min(person.doneAt, person.toAt, this.#endAt) - now;
    person.itemCount += 1;
  }

  async #finish(person: Person): Promise<void> {
    const { item } = person;
    if (item === null) return;
    person.item = null;
    person.doneAt = Number.POSITIVE_INFINITY;
    person.idleSince = this.#runtime.now;
    this.#counts.workedOff += 1;
    if (item.kind === 'action') await this.#must({ type: 'complete', action: item.ref, by: person.name });
    else await this.#must({ type: 'caseVerb', case: item.ref, do: 'setInProgress', by: person.name });
  }

  #sample(at: Instant): void {
    this.#samples.waiting.push(this.#waitingItems.length);
    this.#samples.oldestMs.push(at - (this.#waitingItems[0]?.since ?? at));
  }

  async #must(command: Parameters<Runtime['submit']>[0]): Promise<void> {
    const outcome = await this.#runtime.submit(command);
    if (outcome.rejected) throw new Error(`the rules refused ${command.type}: ${outcome.message}`);
  }
}

/** Whether the API that the day's Action calls has outages of its own. */
export function hasOwnOutages({ definitions, request }: DayPlan): boolean {
  const apiName = definitions.actionTypes[request.actionTypeName]?.externalApi ?? '';
  return (definitions.externalApis[apiName]?.outages ?? []).length > 0;
}

/** One Case type that launches the Action, the day's owner, and the outages that are wanted. */
function dayDefinitions({ definitions, request, startAt }: DayPlan, wanted: DayOutages): Definitions {
  const { actionTypeName, owner, outage } = request;
  const apiName = definitions.actionTypes[actionTypeName]?.externalApi ?? '';
  const api = definitions.externalApis[apiName];
  const own = wanted === 'none' ? [] : (api?.outages ?? []);
  const outages =
    wanted === "own and the day's" && outage !== null
      ? [{ from: formatInstant(startAt + outage.fromMs, startAt), for: outage.forMs }, ...own]
      : own;
  return {
    ...definitions,
    externalApis: api === undefined ? {} : { ...definitions.externalApis, [apiName]: { ...api, outages } },
    caseTypes: { [CASE_TYPE]: { owner, process: [actionTypeName] } },
    cases: {},
  };
}
