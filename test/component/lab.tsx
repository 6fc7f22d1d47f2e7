/** The whole window on a simulator in this thread: what the connection carries elsewhere is called directly. */
import { createRouterClient } from '@orpc/server';
import { act } from '@testing-library/react';
import { vi } from 'vitest';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { createRouter } from '../../src/main/hosts/router.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { App } from '../../src/renderer/src/app.tsx';
import { ASIDES_AHEAD } from '../../src/renderer/src/asides.tsx';
import { answerWhenFolded } from '../../src/renderer/src/client/answer-when-folded.ts';
import type { Client } from '../../src/renderer/src/client/connect.ts';
import { SCREENS_AHEAD } from '../../src/renderer/src/screens.tsx';
import { receive } from '../../src/renderer/src/stores/workspace.ts';
import { connectTo } from './lab-client.ts';
import { show } from './show.tsx';

/** With the sample workspace, kept in memory; every screen is loaded. */
export async function openLab(): Promise<Simulator> {
  await Promise.all([...SCREENS_AHEAD, ...ASIDES_AHEAD].map(({ load }) => load()));
  const simulator = await createSimulator({ dataDir: null, callbackBase: null, transport: 'direct' });
  const lab = createRouterClient(
    createRouter(simulator, {
      onBug: (error) => {
        throw error;
      },
    }),
    { interceptors: [answerWhenFolded] },
  ) as unknown as Client;
  connectTo(lab);
  const follow = async () => {
    for await (const message of await lab.events()) act(() => void receive(message));
  };
  void follow();
  return simulator;
}

/** The window itself. */
export const showWindow = () => show(<App />);

/** Does something, and waits until the screens that look again only now and then show what came of it. */
export async function settle(verb: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  await act(async () => {
    let isDone = false;
    const done = verb().finally(() => {
      isDone = true;
    });
    while (!isDone) await vi.advanceTimersByTimeAsync(100);
    await done;
    await vi.advanceTimersByTimeAsync(300);
  });
}
