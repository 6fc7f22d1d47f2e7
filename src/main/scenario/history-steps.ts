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
import { type EditCommand, isEditCommand } from '../../shared/inputs.ts';
import type { AddedStep } from '../../shared/recording.ts';
import type { Scenario, Step } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';
import type { HistoryEntry, Workspace } from '../runtime/ports.ts';
import { addedSteps } from '../runtime/recording.ts';
import { type ApiThen, isActing, stepOf } from './commands.ts';
import { stepOfEdit } from './edit-steps.ts';
import { moveStep } from './move-step.ts';
import { renamedSteps } from './rename-steps.ts';
import { withShortReferences } from './short-references.ts';

/** A step, and whether it was added by hand. */
interface WrittenStep {
  readonly step: Step;
  readonly added: { readonly id: number; readonly step: AddedStep } | null;
}

/** A history as a scenario, and what of it was recorded. */
interface WrittenHistory {
  /** Without title. */
  readonly scenario: Scenario;
  readonly steps: readonly WrittenStep[];
  /** How many steps lead to where the recording begins; 0 without one. */
  readonly leadCount: number;
  /** What was made while it was recorded, which the file begins with. */
  readonly begins: readonly Made[];
}

type Made = Pick<Edit, 'section' | 'name'>;
type Recorded = Exclude<HistoryEntry['input'], { type: 'noted' }>;

/** The scenario, without title, that leads to the same world at the same instant. */
export const scenarioOfHistory = (workspace: Workspace): Scenario => writtenHistory(workspace).scenario;

/** The same, with the recording that begins at the entry `recordedFrom` of the history. */
export function writtenHistory(workspace: Workspace, recordedFrom: number | null = null): WrittenHistory {
  const { history, origin, world, now } = workspace;
  const writer = new HistoryWriter(origin, world);
  const added = new Map(addedSteps(history));
  for (const [index, { at, input }] of history.entries()) {
    if (input.type !== 'noted') writer.write(at, input);
    else if (index === recordedFrom) writer.beginRecording(at);
    else if (input.note.is === 'step') {
      const { id } = input.note;
      const step = added.get(id);
      // Where it was added, as it was said last.
      added.delete(id);
      if (step) writer.add(at, { id, step });
    }
  }
  writer.moveTo(now);
  return writer.written();
}

/** True for what configures and makes nothing happen by itself. */
export const isEdit = (input: HistoryEntry['input']): boolean =>
  input.type === 'readNotifications' || isEditCommand(input);

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
  #steps: WrittenStep[] = [];
  #at: number;
  /** How many steps led to the recording, and what was made in it; `null` without one. */
  #recording: { readonly leadCount: number; readonly made: Made[] } | null = null;

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

  beginRecording(at: number): void {
    this.moveTo(at);
    this.#recording = { leadCount: this.#steps.length, made: [] };
  }

  add(at: number, added: NonNullable<WrittenStep['added']>): void {
    this.moveTo(at);
    this.#steps.push({ step: added.step, added });
  }

  write(at: number, input: Recorded): void {
    if (input.type === 'readNotifications') return;
    if (isEditCommand(input)) {
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
    if (at > this.#at) this.#steps.push({ step: moveStep(this.#at, at, this.#world.startAt), added: null });
    this.#at = at;
  }

  written(): WrittenHistory {
    this.#dropUnused();
    const steps = this.#steps.map(({ step, added }) => ({ step: withShortReferences(step, this.#world), added }));
    const { leadCount = 0, made = [] } = this.#recording ?? {};
    return {
      scenario: {
        ...this.#origin,
        ...presentDefinitions(this.#start),
        cases: this.#cases,
        steps: steps.map(({ step }) => step),
      },
      steps,
      leadCount,
      begins: made.filter(
        ({ section, name }) => section === 'settings' || definitionsIn(this.#start, section).has(name),
      ),
    };
  }

  #add(at: number, step: Step): void {
    this.moveTo(at);
    this.#steps.push({ step, added: null });
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
    const hasHappened = this.#steps.length > 0 || this.#recording !== null;
    const step = hasHappened && !this.#isStillMade(edit) ? stepOfEdit(saved, edit, this.#apis) : null;
    if (step !== null) {
      if (step !== 'unseen') this.#add(at, step);
      return;
    }
    if (this.#recording !== null && edit.before === null) {
      this.#recording.made.push({ section: edit.section, name: edit.name });
    }
    this.#beginWith(edit, hasHappened);
    if (edit.section === 'externalApis') this.#followApi(edit);
  }

  /** What is made while nothing has been done with anything yet, the file begins with as it is in the end. */
  #isStillMade({ section, name }: Edit): boolean {
    const isMade = this.#recording?.made.some((each) => each.section === section && each.name === name) ?? false;
    return isMade && !this.#steps.some(({ step }) => isActing(step) && !('set' in step));
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
    this.#steps = this.#steps.map((each) => ({ ...each, step: renamedSteps([each.step], edit)[0] as Step }));
    for (const [index, { section: of, name }] of this.#recording?.made.entries() ?? []) {
      if (of === section && name === edit.name) this.#recording?.made.splice(index, 1, { section: of, name: to });
    }
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
    const launches = ({ step }: WrittenStep) =>
      'launch' in step && 'caseType' in step.launch && step.launch.caseType === name;
    if (!this.#steps.some(launches)) return;
    // Within what a name may be long, however often it is changed.
    let earlier = `${name.slice(0, 150)} (earlier)`;
    while (this.#start.caseTypes.has(earlier)) earlier += '’';
    this.#earlierVersions.add(earlier);
    this.#start.caseTypes = new Map([...this.#start.caseTypes, [earlier, value]]);
    this.#steps = this.#steps.map((each) =>
      launches(each) && 'launch' in each.step && 'caseType' in each.step.launch
        ? { ...each, step: { launch: { as: name, ...each.step.launch, caseType: earlier } } }
        : each,
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
