/** What can be done with the clock, from the bar, the palette and the keyboard alike. */
import { attempt, showDone } from '../../client/act.ts';
import { client } from '../../client/client.ts';
import { workspace } from '../../stores/workspace.ts';

const clockNow = () => workspace.getState().clock;

/** Says that nothing waits, where nothing does; true then. */
function nothingWaits(): boolean {
  if (clockNow()?.scheduledCount !== 0) return false;
  showDone('Nothing is scheduled: the clock has nowhere to go.');
  return true;
}

export async function togglePlay(): Promise<void> {
  const { clock } = client();
  await attempt(clockNow()?.playing === true ? clock.pause() : clock.play());
}

export async function goToNextEvent(): Promise<void> {
  if (nothingWaits()) return;
  await attempt(client().clock.next({}));
}

export async function goToNextRetry(): Promise<void> {
  const result = await attempt(client().clock.nextRetry());
  if (result?.moved === false) showDone('No retry is pending.');
}

export async function goUntilIdle(): Promise<void> {
  if (nothingWaits()) return;
  await attempt(client().clock.untilIdle());
}

export async function goBack(): Promise<void> {
  const result = await attempt(client().clock.back());
  if (result?.moved === false) showDone('There is no earlier point to go back to.');
}

export async function setSpeed(speed: number): Promise<void> {
  await attempt(client().clock.speed({ speed }));
}

/** Virtual over real time; 1 second of watching is this many seconds of the workspace. */
export const SPEEDS = [0.5, 1, 2, 5, 10, 60, 100, 1_000, 10_000];

/** `1,000×`. */
export const speedInWords = (speed: number) => `${speed.toLocaleString('en')}×`;
