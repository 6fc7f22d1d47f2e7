/** What an event changed is said in the same words when it happens, when one comes back to it, and after a restart. */
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Simulator } from '../../src/main/simulator.ts';
import { changeBy } from '../../src/main/workspace/event-entry.ts';
import type { Command } from '../../src/shared/inputs.ts';
import { DEFINITIONS, START } from '../support/given.ts';
import { simulating } from '../support/simulating.ts';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await simulating(DEFINITIONS);
  onTestFinished(() => simulator.close());
});

const changed = () => simulator.history.events({}).changed;
const act = (command: Command) => simulator.workspace.acts.act(command);

/** Several at one instant, some about the same Action or Case, and what time brings. */
const HAPPENINGS: readonly (() => Promise<unknown>)[] = [
  () => act({ type: 'launchCase', case: 'C1' }),
  () => act({ type: 'caseVerb', case: 'C1', do: 'pause' }),
  () => act({ type: 'caseVerb', case: 'C1', do: 'resume' }),
  () => act({ type: 'caseVerb', case: 'C1', do: 'pause' }),
  () => act({ type: 'caseVerb', case: 'C1', do: 'resume' }),
  () => act({ type: 'switchApi', name: 'erp', to: 'Down' }),
  () => act({ type: 'switchApi', name: 'erp', to: 'Up' }),
  () => act({ type: 'launchAction', case: 'C1', actionType: 'check' }),
  () => act({ type: 'launchAction', case: 'C1', actionType: 'check' }),
  () => act({ type: 'take', action: 'C1/check/1', by: 'omar' }),
  () => act({ type: 'unassign', action: 'C1/check/1', by: 'omar' }),
  () => act({ type: 'take', action: 'C1/check/1', by: 'omar' }),
  () => simulator.clock.next(),
];

it('R51: two acts at one instant, there and back, and after a restart', async () => {
  const said = [changed()];
  for (const happen of HAPPENINGS) {
    await happen();
    said.push(changed());
  }
  expect(said[0]).toBeNull();
  for (const change of said.slice(1)) expect(change?.sentence).toMatch(/^[A-Z].*\.$/);
  expect(new Set(said.slice(3, 6).map((change) => change?.sentence)).size).toBe(2);

  const back = async () => {
    for (const change of said.slice(0, -1).reverse()) {
      expect(await simulator.history.previous()).toBe(true);
      expect(changed()).toEqual(change);
    }
  };
  const forth = async () => {
    for (const change of said.slice(1)) {
      expect(await simulator.history.next()).toBe(true);
      expect(changed()).toEqual(change);
    }
  };
  await back();
  await forth();
  await simulator.workspace.restart();
  expect(changed()).toEqual(said.at(-1));
  await back();
  await forth();
});

it('when only the clock has moved since, and when something was read, it is what it was', async () => {
  await act({ type: 'launchCase', case: 'C1' });
  const launched = changed();
  await simulator.clock.advance({ by: 1_000 });
  await act({ type: 'readNotifications', user: 'dana' });
  expect(changed()).toEqual(launched);
  // The page beside the present does not say.
  expect(simulator.history.events({ after: 0 }).changed).toBeNull();
});

it('of an event whose facts are forgotten it is the most telling one', () => {
  const telling = { type: 'apiSwitched', at: START, name: 'erp', to: 'Down', by: 'dana' } as const;
  const { sentence } = changeBy({ at: START, telling, count: 1, facts: [] }, START);
  expect(sentence).toBe('The External API erp is switched to Down, by dana.');
});

it('where one sees nothing change it is in the event’s own words', () => {
  const telling = { type: 'plannedLaunchReached', at: START, id: 'launch-1' } as const;
  expect(changeBy({ at: START, telling, count: 1, facts: [telling] }, START)).toEqual({
    sentence: 'A change.',
    actions: [],
    cases: [],
    externalApis: [],
    users: [],
  });
});

describe('in a lesson', () => {
  const LESSON = `
title: Nothing comes of it
tags: [lesson]
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/invoices, otherwise: { fail: refused } } }
actionTypes: { post: { externalApi: erp, retry: { max: 0 } } }
cases: { C1: { owner: dana, process: [post] } }
steps:
  - launch: { case: C1 }
  - advance: 1m
  - say: It is closed.
  - ask: { question: What does a day change?, answers: [Much, Nothing], right: 2 }
  - advance: 1d
  - expect: { clock: { scheduled: 0 } }
  - say: Nothing at all.
  - launch: { case: C1 }
    refused: true
  - set: { retry: { max: 3 } }
  - say: It is three.
`;

  it('a time in which nothing happens is what changed, until something does, and again after a restart', async () => {
    await simulator.opener.openText('lesson.yaml', LESSON);
    const said: (string | undefined)[] = [];
    for (let beat = 0; beat < 5; beat += 1) {
      await simulator.lesson.next();
      said.push(changed()?.sentence);
    }
    expect(said).toEqual([
      expect.stringMatching(/it is Closed, Not Done Successfully/),
      expect.stringMatching(/it is Closed, Not Done Successfully/),
      'Nothing happened until 6 Jan 09:01:00.',
      'Nothing happened until 6 Jan 09:01:00.',
      'Change of the system-wide settings.',
    ]);
    for (const sentence of said.slice(0, -1).reverse()) {
      await simulator.lesson.back();
      expect(changed()?.sentence).toBe(sentence);
    }
    for (let beat = 0; beat < 3; beat += 1) await simulator.lesson.next();
    await simulator.workspace.restart();
    expect(changed()?.sentence).toBe(said[3]);
    // Beside the path it is what the last event changed.
    await simulator.clock.advance({ by: 1_000 });
    expect(changed()?.sentence).toBe(said[0]);
  });
});
