/** The three things to try first, walked through on the sample workspace as it ships. */
import { afterEach, describe, expect, it } from 'vitest';
import { createSimulator } from '../../../../src/main/create-simulator.ts';
import type { Simulator } from '../../../../src/main/simulator.ts';
import { isRejection } from '../../../../src/shared/errors.ts';
import { GUIDE_ACTION, GUIDE_IDS, GUIDES, guideAfter } from '../../../../src/views/guide/guide.ts';
import { given } from '../../../support/given.ts';

const open: Simulator[] = [];
afterEach(async () => {
  for (const simulator of open.splice(0)) await simulator.close();
});

async function sample(): Promise<Simulator> {
  const simulator = await createSimulator({ dataDir: null, callbackBase: null, transport: 'direct' });
  open.push(simulator);
  return simulator;
}

const saveMaximum = async (simulator: Simulator, max: number) => {
  const definition = { section: 'settings', change: { retry: { max } } } as const;
  expect(isRejection(await simulator.workspace.acts.act({ type: 'saveDefinition', definition }))).toBe(false);
};

it('the sample is ready for each of them, another workspace is not', async () => {
  const { workspace } = await sample();
  expect(GUIDE_IDS.map((id) => GUIDES[id].isReady(workspace.world))).toEqual([true, true, true]);
  expect(GUIDE_IDS.map((id) => GUIDES[id].isReady(given().world))).toEqual([false, false, false]);
});

it('Watch an outage end in an escalation: from the Action by its retries to its Case', async () => {
  const simulator = await sample();
  const { workspace } = simulator;
  const line = GUIDES.escalation.line;
  expect(line(workspace.world, 'action')).toMatchObject({ goTo: null, isLast: false });
  expect(line(workspace.world, 'action').text).toContain('retried 2 of 5 times. Press “Next retry”');
  // Somewhere else there is a way back.
  expect(line(workspace.world, null).goTo).toEqual({ place: 'action', label: 'Go to the Action' });
  while (workspace.world.actions.get(GUIDE_ACTION)?.phase !== 'closed')
    expect(isRejection(await simulator.clock.nextRetry())).toBe(false);
  expect(line(workspace.world, 'action')).toEqual({
    text: 'Closed after 5 of 5 retries, and the Case owner dana was told. Open the Case to see what the owner can do.',
    goTo: { place: 'case', label: 'Open INV-1001' },
    isLast: false,
  });
  expect(line(workspace.world, 'case')).toMatchObject({ goTo: null, isLast: true });
  expect(workspace.world.cases.get('INV-1001')?.needsAttention).toBe(true);
  expect(GUIDES.escalation.isReady(workspace.world)).toBe(false);
  await workspace.acts.act({ type: 'relaunch', action: GUIDE_ACTION });
  expect(line(workspace.world, 'case')).toEqual({
    text: 'That was an escalation: the Case waited for its owner until somebody acted.',
    goTo: null,
    isLast: true,
  });
});

describe('Change the maximum while retries run', () => {
  it('R21 down to what was retried: it closes at once', async () => {
    const simulator = await sample();
    const { world } = simulator.workspace;
    const { line, isReady } = GUIDES.maximum;
    expect(line(world, 'maximum').text).toContain('INV-1001 has retried 2 of 5 times. Type 2 as “Maximum retries”');
    await saveMaximum(simulator, 2);
    expect(line(world, 'maximum').goTo).toEqual({ place: 'action', label: 'Go to the Action' });
    expect(line(world, 'action')).toMatchObject({ goTo: null, isLast: true });
    expect(line(world, 'action').text).toContain('It closed the moment you saved');
    expect(isReady(world)).toBe(false);
  });

  it('says only what can be seen: *Why?* on the Action, on Settings the way there', async () => {
    const simulator = await sample();
    await saveMaximum(simulator, 2);
    const { line } = GUIDES.maximum;
    expect(line(simulator.workspace.world, 'action').text).toContain('Press “Why?” beside its status');
    expect(line(simulator.workspace.world, 'maximum').text).toBe(
      'It closed the moment you saved, and its Case owner dana was told. Go to the Action to read why.',
    );
  });

  it('R19 to something above that is used up later: it did not close at the save', async () => {
    const simulator = await sample();
    await saveMaximum(simulator, 3);
    while (simulator.workspace.world.actions.get(GUIDE_ACTION)?.phase !== 'closed')
      expect(isRejection(await simulator.clock.nextRetry())).toBe(false);
    expect(GUIDES.maximum.line(simulator.workspace.world, 'action').text).toContain('It closed after you saved');
  });

  it('R19 to something above: it continues', async () => {
    const simulator = await sample();
    await saveMaximum(simulator, 7);
    expect(GUIDES.maximum.line(simulator.workspace.world, 'action').text).toContain(
      'It now shows 2 of 7 and continues',
    );
  });
});

it('Compare two retry patterns is not ready once the maximum is that of the other pattern', async () => {
  const simulator = await sample();
  await saveMaximum(simulator, 2);
  expect(GUIDES.compare.isReady(simulator.workspace.world)).toBe(false);
});

it('no line names what is only on another screen', async () => {
  const { world } = (await sample()).workspace;
  for (const id of GUIDE_IDS) {
    const { text, goTo } = GUIDES[id].line(world, null);
    expect(text, id).not.toMatch(/Press|Type|move the outage/);
    expect(goTo?.place).toBe(GUIDES[id].start);
  }
});

it('Compare two retry patterns has one line, on its screen', async () => {
  const { workspace } = await sample();
  expect(GUIDES.compare.line(workspace.world, 'compare')).toMatchObject({ goTo: null, isLast: true });
  expect(GUIDES.compare.line(workspace.world, 'case').goTo?.place).toBe('compare');
});

it('after each comes the next, and nothing after the last', () => {
  expect(GUIDE_IDS.map(guideAfter)).toEqual(['maximum', 'compare', null]);
});
