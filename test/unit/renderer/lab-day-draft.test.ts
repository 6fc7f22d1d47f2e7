import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../src/engine/create-world.ts';
import { checkDay } from '../../../src/renderer/src/features/lab/day/draft/check-draft.ts';
import { offsetText, parseOffset } from '../../../src/renderer/src/features/lab/day/draft/clock-text.ts';
import {
  anotherPerson,
  type DayDraft,
  hourCountOf,
  newDraft,
  outageFromText,
  peopleOf,
} from '../../../src/renderer/src/features/lab/day/draft/day-draft.ts';
import { daySetting } from '../../../src/renderer/src/features/lab/day/draft/day-setting.ts';
import { definitions } from '../../../src/shared/definitions.ts';
import { clockTime } from '../../../src/views/words/time-words.ts';
import { MINUTE } from '../../support/given.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NINE = Date.parse('2026-01-05T09:00:00Z');
const at = (clock: string) => Date.parse(`2026-01-05T${clock}Z`);

const DEFINITIONS = definitions.parse({
  queues: ['Finance'],
  users: {
    dana: {},
    lee: {},
    omar: { queues: ['Finance'] },
    tom: { available: false, queues: ['Finance'] },
  },
  externalApis: { erp: { url: 'https://erp.example.test/' } },
  actionTypes: {
    check: { manual: true },
    post: { title: 'Post invoice', externalApi: 'erp', allocation: { queue: 'Finance', secondaryUser: 'dana' } },
    tell: { externalApi: 'erp' },
  },
  caseTypes: { supplier: { process: ['tell'] }, invoice: { owner: 'lee', process: ['check', ['post']] } },
});
const settingAt = (startAt: number) => daySetting(createWorld(DEFINITIONS, startAt, 1));
const SETTING = settingAt(NINE);
const typed = (part: Partial<DayDraft>): DayDraft => ({ ...newDraft(SETTING), ...part });
const wrong = (part: Partial<DayDraft>) => checkDay(typed(part), SETTING).problems;

describe('clock times', () => {
  it('are read from the start of the day on', () => {
    expect(parseOffset('09:00', NINE)).toBe(0);
    expect(parseOffset('9:30', NINE)).toBe(30 * MINUTE);
    expect(parseOffset(' 08:00 ', NINE)).toBe(23 * HOUR);
    expect(parseOffset('09:00 +1', NINE)).toBe(DAY);
    expect(parseOffset('10:00:30', at('09:59:59'))).toBe(31_000);
  });

  it('are refused where they are none', () => {
    for (const text of ['', '9', '24:00', '09:60', '9h', '09:00pm']) expect(parseOffset(text, NINE)).toBeNull();
  });

  it('are written as they are read', () => {
    expect([clockTime(NINE), clockTime(at('09:00:30'))]).toEqual(['09:00', '09:00:30']);
    for (const startAt of [NINE, at('22:17:03.250'), 0]) {
      for (const offset of [0, 1_000, 90 * MINUTE, DAY - 1, DAY, 3 * DAY + HOUR])
        expect(parseOffset(offsetText(offset, startAt), startAt)).toBe(offset);
    }
  });
});

describe('what a day begins with', () => {
  it('has the API Action types, and who works their queue with the owner', () => {
    expect(SETTING.actionTypes.map(({ name }) => name)).toEqual(['post', 'tell']);
    expect(SETTING.suggested.get('post')).toEqual({ owner: 'lee', people: ['dana', 'omar', 'lee'] });
    expect(SETTING.suggested.get('tell')).toEqual({ owner: 'dana', people: ['dana'] });
  });

  it('is a day of all of them', () => {
    const { request, problems } = checkDay(newDraft(SETTING), SETTING);
    expect(problems).toEqual({});
    expect(request).toEqual({
      actionTypeName: 'post',
      seed: 1,
      dayCount: 30,
      lengthMs: 9 * HOUR,
      launchesPerHour: [20],
      owner: 'lee',
      people: ['dana', 'omar', 'lee'].map((name) => ({ name, fromMs: 0, toMs: 9 * HOUR, perItemMs: 10 * MINUTE })),
      outage: { fromMs: HOUR, forMs: 20 * MINUTE },
    });
  });

  it('follows the rest of the form as long as nothing else was typed', () => {
    const longer = checkDay(typed({ length: '10h', owner: 'tom' }), SETTING).request;
    expect(longer?.people.map(({ name, toMs }) => [name, toMs / HOUR])).toEqual([
      ['dana', 10],
      ['omar', 10],
      ['lee', 10],
      ['tom', 10],
    ]);
    const late = settingAt(at('13:20:00'));
    expect(outageFromText(newDraft(late), late)).toBe('14:20');
    expect(outageFromText(typed({ length: '1h' }), SETTING)).toBe('09:30');
  });

  it('adds somebody who is not there yet', () => {
    expect(peopleOf(newDraft(SETTING), SETTING).map(({ id, name }) => [id, name])).toEqual([
      [0, 'dana'],
      [1, 'omar'],
      [2, 'lee'],
    ]);
    expect(anotherPerson(newDraft(SETTING), SETTING)).toMatchObject({ id: 3, name: 'tom' });
  });

  it('has launches by the hour, those not typed as the one for all', () => {
    const draft = typed({ isByHour: true, length: '2h30m', rates: [null, '7.5'] });
    expect(hourCountOf(draft)).toBe(3);
    expect(checkDay(draft, SETTING).request?.launchesPerHour).toEqual([20, 7.5, 20]);
    expect(hourCountOf(typed({ length: '7d' }))).toBe(24);
  });
});

describe('what is wrong with a day', () => {
  it('is said at its field', () => {
    expect(wrong({ dayCount: '0', seed: 'x', length: '30m', rate: '-1' })).toEqual({
      dayCount: 'Expected a whole number from 1 to 500.',
      seed: 'Expected a whole number.',
      length: 'Expected from 1h to 7d.',
      rate: 'Expected a number from 0 to 10,000.',
    });
    expect(wrong({ owner: 'zoe', length: 'long' })).toMatchObject({
      owner: 'There is no user zoe.',
      length: expect.stringMatching(/^Expected a duration/),
    });
    expect(wrong({ outageFrom: '18:00', outageFor: '' })).toEqual({
      outageFrom: 'Expected a time before 18:00, when the day ends.',
      outageFor: expect.stringMatching(/^Expected a duration/),
    });
    expect(wrong({ hasOutage: false, outageFrom: 'x' })).toEqual({});
  });

  it('is said of the person it is about', () => {
    const person = { id: 4, name: 'omar', from: '10:00', to: '12:00', perItem: '10m' };
    expect(wrong({ people: [{ ...person, from: '12:00', perItem: '1' }] })).toEqual({
      'people.0.to': 'Expected a time after 12:00.',
      'people.0.perItem': expect.stringMatching(/^Expected a duration/),
    });
    expect(wrong({ people: [{ ...person, to: '18:30' }] })).toEqual({
      'people.0.to': 'Expected a time up to 18:00, when the day ends.',
    });
    const second = { ...person, id: 5, from: '11:59', to: '13:00' };
    expect(wrong({ people: [person, second] })).toEqual({ 'people.1.name': 'omar works at that time already.' });
    expect(wrong({ people: [person, { ...second, from: '12:00' }] })).toEqual({});
  });
});
