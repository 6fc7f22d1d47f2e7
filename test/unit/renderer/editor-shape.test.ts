/** The editor's forms are made from the schemas: every kind of step and expectation has one, and each can be added. */
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { alternativeOf, type Control, controlFor } from '../../../src/renderer/src/features/editor/form/shape.ts';
import { startOfAlternative } from '../../../src/renderer/src/features/editor/form/start-value.ts';
import { newStep, STEP_KINDS, verbOf } from '../../../src/renderer/src/features/editor/form/step-kinds.ts';
import { expectationSchemas } from '../../../src/shared/expectation.ts';
import { stepSchemas } from '../../../src/shared/scenario.ts';
import { namesIn } from '../../../src/views/names-in.ts';
import { EVERYTHING } from '../scenario/samples.ts';

const content = parse(EVERYTHING) as Record<string, unknown>;
const names = namesIn(content);
const bodyOf = (verb: keyof typeof stepSchemas) => controlFor(stepSchemas[verb].shape[verb as never]);
const optionsOf = (control: Control) => (control.kind === 'alternatives' ? control.options : []);
const fieldsOf = (control: Control) => (control.kind === 'group' ? control.fields : []);

describe('the names a text defines', () => {
  it('are those that its steps can use', () => {
    expect(names.queues).toEqual(['AP', 'AP Exceptions']);
    expect(names.users).toEqual(['dana', 'omar']);
    expect(names.caseTypes).toEqual(['invoice']);
    const launched = ['inv-1', 'inv-2', 'inv-3', 'invoice-1'];
    expect(names.cases).toEqual(['C1', 'C2', ...launched]);
    const ofLaunched = launched.flatMap((name) => [`${name}/post-invoice`, `${name}/archive`]);
    expect(names.actions).toEqual(['C1/post-invoice', 'C1/archive', 'C2/archive', ...ofLaunched, 'a1']);
  });

  it('are none where there is nothing, or nothing that makes sense', () => {
    expect(namesIn({}).actions).toEqual([]);
    expect(namesIn({ cases: [1], queues: { a: 1 }, users: null, steps: 'x' })).toMatchObject({
      cases: [],
      queues: [],
      users: [],
    });
  });
});

describe('a new step', () => {
  it.each(STEP_KINDS.map(({ verb }) => verb))('of the kind %s is right at once', (verb) => {
    const text = JSON.stringify({ ...content, steps: [...(content.steps as object[]), newStep(verb, names)] });
    const loaded = loadScenario(text, 'a.json');
    expect(loaded.ok ? [] : loaded.problems).toEqual([]);
  });

  it('is of every kind there is', () => {
    expect(STEP_KINDS.map(({ verb }) => verb).sort()).toEqual(Object.keys(stepSchemas).sort());
  });
});

describe('the form of a step', () => {
  test('has a control for every step of the format, and finds its alternative', () => {
    for (const step of content.steps as Record<string, unknown>[]) {
      const verb = verbOf(step) ?? expect.unreachable();
      const control = bodyOf(verb);
      if (control.kind === 'alternatives') {
        expect(alternativeOf(control.options, step[verb]).schema.safeDecode(step[verb] as never).success).toBe(true);
      }
    }
  });

  test('calls each alternative by a name of its own', () => {
    const check = (control: Control) => {
      const labels = optionsOf(control).map(({ label }) => label);
      expect(new Set(labels).size, labels.join()).toBe(labels.length);
      expect(labels).not.toContain('Fixed');
      for (const option of optionsOf(control)) check(option.control);
      for (const field of fieldsOf(control)) check(field.control);
    };
    for (const { verb } of STEP_KINDS) check(bodyOf(verb));
    expect(optionsOf(bodyOf('expect'))).toHaveLength(Object.keys(expectationSchemas).length);
    expect(optionsOf(bodyOf('advance')).map(({ label }) => label)).toEqual([
      'For a while',
      'To an instant',
      'Until nothing is scheduled',
      'Until something holds',
    ]);
  });

  test('has a label in words for every field, and help for it', () => {
    const all = STEP_KINDS.flatMap(({ verb }) => {
      const control = bodyOf(verb);
      return [control, ...optionsOf(control).map((option) => option.control)].flatMap(fieldsOf);
    });
    expect(all.length).toBeGreaterThan(60);
    for (const { key, label, help } of all) {
      expect(label, key).toMatch(/^[A-Z][A-Za-z ’-]+$/);
      expect(help, key).not.toBe('');
    }
  });

  test('keeps what two alternatives share', () => {
    const [, adHoc, many] = optionsOf(bodyOf('launch'));
    const before = { case: 'C2' };
    expect(adHoc && startOfAlternative(adHoc, 'launch', before, names)).toEqual({
      case: 'C2',
      actionType: 'post-invoice',
    });
    expect(many && startOfAlternative(many, 'launch', before, names)).toEqual({ caseType: 'invoice' });
    const [, unable] = optionsOf(bodyOf('resolve'));
    const done = { action: 'a1', by: 'dana', as: 'complete' };
    expect(unable && startOfAlternative(unable, 'resolve', done, names)).toEqual({
      action: 'a1',
      by: 'dana',
      as: 'unable',
    });
  });

  test('finds the nearest alternative of what is not right yet', () => {
    const options = optionsOf(bodyOf('launch'));
    expect(alternativeOf(options, { case: 'C1', actionType: '' }).label).toBe('An ad-hoc Action');
    expect(alternativeOf(options, { caseType: 'invoice', every: 'soon' }).label).toBe('New Cases of a type');
    expect(alternativeOf(optionsOf(bodyOf('advance')), 'soon').label).toBe('For a while');
    expect(alternativeOf(optionsOf(bodyOf('advance')), { to: 'then' }).label).toBe('To an instant');
    expect(alternativeOf(optionsOf(bodyOf('resolve')), { as: 'unable' }).label).toBe('Unable to be completed');
  });
});
