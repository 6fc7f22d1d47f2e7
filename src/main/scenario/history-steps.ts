/**
 * A workspace's history as a scenario: what it began with and the steps that lead to where it is. What was configured before
 * anything happened is what it began with; what was configured later is a `set` step where the format has one.
 */
import { mergedCase } from '../../engine/case/launch.ts';
import { createWorld } from '../../engine/create-world.ts';
import { exactReference } from '../../engine/decide.ts';
import { definitionsIn, evolveByEdit } from '../../engine/definitions/edits.ts';
import { usesOf } from '../../engine/definitions/in-use.ts';
import { presentDefinitions } from '../../engine/definitions/present-definitions.ts';
import { handle } from '../../engine/handle.ts';
import type { CaseType } from '../../shared/definitions.ts';
import { type Edit, type Editable, type SavedDefinition, SECTIONS } from '../../shared/edits.ts';
import { formatInstant } from '../../shared/instant.ts';
import type { Scenario, Step } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';
import type { HistoryEntry, Workspace } from '../runtime/ports.ts';
import { type ApiThen, type EditCommand, isEditCommand, stepOf } from './commands.ts';
import { stepOfEdit } from './edit-steps.ts';
import { renamedSteps } from './rename-steps.ts';

/** The scenario, without title, that leads to the same world at the same instant. */
export function scenarioOfHistory({ history, origin, world, now }: Workspace): Scenario {
  const writer = new HistoryWriter(origin, world);
  for (const entry of history) writer.write(entry);
  writer.moveTo(now);
  return writer.scenario();
}

/** True for what configures and makes nothing happen by itself. */
export const isEdit = (input: HistoryEntry['input']): boolean =>
  input.type === 'readNotifications' || (input.type !== 'response' && isEditCommand(input));

class HistoryWriter {
  readonly #origin: Scenario;
  /** What came of it all, to look references up in. */
  readonly #world: World;
  /** The definitions alone, edited as the history says; nothing ever lives in it. */
  readonly #definitions: World;
  /** The definitions as the file will begin with them. */
  #start: World;
  readonly #cases: Scenario['cases'];
  readonly #apis: Map<string, ApiThen>;
  /** Names given to what Case types were before they were changed. */
  readonly #earlierVersions = new Set<string>();
  #steps: Step[] = [];
  #at: number;

  constructor(origin: Scenario, world: World) {
    this.#origin = origin;
    this.#world = world;
    this.#at = world.startAt;
    this.#cases = { ...origin.cases };
    this.#definitions = createWorld({ ...origin, cases: {} }, world.startAt, world.seed);
    this.#start = createWorld({ ...origin, cases: {} }, world.startAt, world.seed);
    this.#apis = new Map(
      Object.entries(origin.externalApis).map(([name, configured]) => [name, { configured, switch: 'As configured' }]),
    );
  }

  write({ at, input }: HistoryEntry): void {
    if (input.type === 'readNotifications') return;
    if (input.type !== 'response' && isEditCommand(input)) {
      this.#writeEdit(at, input);
      return;
    }
    const step = input.type === 'response' ? this.#respond(input) : stepOf(input, this.#apis);
    if (step) this.#add(at, step);
    if (input.type === 'switchApi' && input.to === 'Real') {
      this.#add(at, { say: `Here ${input.name} became real: in this file its configuration stands in for it.` });
    }
  }

  moveTo(at: number): void {
    if (at > this.#at) this.#steps.push({ advance: { to: formatInstant(at, this.#world.startAt) } });
    this.#at = at;
  }

  scenario(): Scenario {
    this.#dropUnused();
    return { ...this.#origin, ...presentDefinitions(this.#start), cases: this.#cases, steps: this.#steps };
  }

  #add(at: number, step: Step): void {
    this.moveTo(at);
    this.#steps.push(step);
  }

  #writeEdit(at: number, command: EditCommand): void {
    const facts = handle(this.#definitions, command, at);
    if (!Array.isArray(facts) || facts.length === 0) return;
    const saved = command.type === 'saveDefinition' ? [command.definition, ...(command.also ?? [])] : [];
    for (const [index, fact] of facts.entries()) {
      if (fact.type !== 'definitionEdited') continue;
      this.#writeOneEdit(at, fact.course === 'undo' ? inverseOf(fact.edit) : fact.edit, saved[index] ?? null);
    }
  }

  #writeOneEdit(at: number, edit: Edit, saved: SavedDefinition | null): void {
    if (edit.renamedTo !== undefined) {
      this.#rename(edit, edit.renamedTo);
      return;
    }
    const hasHappened = this.#steps.length > 0;
    const step = hasHappened ? stepOfEdit(saved, edit, this.#apis) : null;
    if (step !== null) {
      if (step !== 'unseen') this.#add(at, step);
      return;
    }
    this.#beginWith(edit, hasHappened);
    if (edit.section === 'externalApis') this.#followApi(edit);
  }

  #beginWith(edit: Edit, hasHappened: boolean): void {
    const { section, name, before, after } = edit;
    if (section === 'caseTypes') this.#keepDrafts(name);
    // What was deleted may have been used earlier on: whether the file needs it shows at the end.
    if (after === null && hasHappened) return;
    if (section === 'caseTypes' && hasHappened && before !== null && after !== null) {
      this.#keepEarlierVersion(name, before.value);
    }
    evolveByEdit(this.#start, { edit, course: 'new' });
  }

  /** No step renames: the file says the new name from its beginning on. */
  #rename(edit: Edit, to: string): void {
    const { section } = edit;
    if (section !== 'settings' && definitionsIn(this.#start, section).has(to)) {
      // One that was deleted since had the name first.
      let earlier = `${to.slice(0, 150)} (earlier)`;
      while (definitionsIn(this.#start, section).has(earlier)) earlier += '’';
      this.#rename({ ...edit, name: to, renamedTo: earlier } as Edit, earlier);
    }
    evolveByEdit(this.#start, { edit, course: 'new' });
    this.#steps = renamedSteps(this.#steps, edit);
    if (section !== 'users') return;
    for (const [ref, definition] of Object.entries(this.#cases)) {
      if (definition.owner === edit.name) this.#cases[ref] = { ...definition, owner: to };
    }
  }

  /** A draft that takes its process from its type keeps the one it was made with. */
  #keepDrafts(caseType: string): void {
    for (const [ref, definition] of Object.entries(this.#cases)) {
      if (definition.type === caseType) {
        this.#cases[ref] = { type: caseType, ...mergedCase(definition, this.#start.caseTypes) };
      }
    }
  }

  /** Cases launched before a Case type was changed keep the type that they were launched with, under another name. */
  #keepEarlierVersion(name: string, value: CaseType): void {
    const launches = (step: Step) => 'launch' in step && 'caseType' in step.launch && step.launch.caseType === name;
    if (!this.#steps.some(launches)) return;
    // Within what a name may be long, however often it is changed.
    let earlier = `${name.slice(0, 150)} (earlier)`;
    while (this.#start.caseTypes.has(earlier)) earlier += '’';
    this.#earlierVersions.add(earlier);
    this.#start.caseTypes = new Map([...this.#start.caseTypes, [earlier, value]]);
    this.#steps = this.#steps.map((step) =>
      launches(step) && 'launch' in step && 'caseType' in step.launch
        ? { launch: { as: name, ...step.launch, caseType: earlier } }
        : step,
    );
  }

  /** What the Builder deleted is left out where nothing in the file needs it. */
  #dropUnused(): void {
    const steps = JSON.stringify([this.#steps, this.#cases]);
    for (const section of [...SECTIONS].reverse()) {
      const present = definitionsIn(this.#definitions, section);
      for (const name of definitionsIn(this.#start, section).keys()) {
        const isEarlierVersion = section === 'caseTypes' && this.#earlierVersions.has(name);
        if (present.has(name) || isEarlierVersion || steps.includes(JSON.stringify(name))) continue;
        if (usesOf(this.#start, section, name).length > 0) continue;
        evolveByEdit(this.#start, { edit: { section, name, before: null, after: null }, course: 'new' });
      }
    }
  }

  #followApi({ name, after }: Extract<Edit, { section: 'externalApis' }>): void {
    if (after === null) this.#apis.delete(name);
    else this.#apis.set(name, { switch: 'As configured', ...this.#apis.get(name), configured: after.value });
  }

  #respond({ actionRef, delivery }: Extract<HistoryEntry['input'], { type: 'response' }>): Step {
    const copy = this.#world.actions.get(actionRef);
    const action = copy ? exactReference(copy) : actionRef;
    // Of a long repeat only the beginning is kept: what it repeated is what decided.
    const said = delivery.cut?.isRepeat === true ? (copy?.decidedBy ?? delivery.body) : delivery.body;
    if (said === null) {
      // A wrong token is refused before the body is looked at, so that is what the file says of one that was both.
      return { respond: delivery.token === 'wrong' ? { action, token: 'wrong' } : { action, malformed: true } };
    }
    const { outcome, reason, data } = said;
    const body = { outcome, ...(reason === undefined ? {} : { reason }), ...(data === undefined ? {} : { data }) };
    return delivery.token === 'wrong'
      ? { respond: { action, token: 'wrong', ...body } }
      : { respond: { action, ...body } };
  }
}

function inverseOf<S extends Editable>({ section, name, before, after, renamedTo }: Edit<S>): Edit<S> {
  const names = renamedTo === undefined ? { name } : { name: renamedTo, renamedTo: name };
  return { section, ...names, before: after, after: before };
}
