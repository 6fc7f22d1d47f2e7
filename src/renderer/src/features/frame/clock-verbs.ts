/** What can be done with the clock, from the bar, the palette and the keyboard alike. */
import { whyHeld } from '../../../../engine/connection/real-api.ts';
import { attempt, showDone } from '../../client/act.ts';
import { client } from '../../client/client.ts';
import { workspace } from '../../stores/workspace.ts';
import { holdInWords } from './hold.ts';
import { speedToBegin } from './play-speed.ts';

/** The simulator knows best whether anything waits: what this window was last told may be a moment old. */
const sayNothingWaits = () => showDone('Nothing is scheduled: the clock has nowhere to go.');

/** Whether it is to play, by the latest wish, until that shows: two presses are never taken for one. */
let wish: boolean | null = null;

export async function togglePlay(): Promise<void> {
  const { clock } = client();
  const wanted = !(wish ?? workspace.getState().clock?.playing);
  wish = wanted;
  if (wanted) await beginFastEnough();
  await attempt(wanted ? clock.play() : clock.pause());
  if (wish === wanted) wish = null;
}

/** The speed nobody chose: the app's own, or the one that play began with last. */
let unchosenSpeed = 1;

/** Where nobody has chosen a speed, play begins at one at which the next event comes within seconds. */
async function beginFastEnough(): Promise<void> {
  const { world, clock } = workspace.getState();
  if (world === null || clock === null || clock.next === null) return;
  const isChosen = clock.speed !== unchosenSpeed;
  const speed = speedToBegin(clock.next.at - clock.now, clock.speed);
  if (isChosen || speed === clock.speed || whyHeld(world) !== null) return;
  if ((await attempt(client().clock.speed({ speed }))) !== null) unchosenSpeed = speed;
}

export async function goToNextEvent(): Promise<void> {
  const result = await attempt(client().clock.next({}));
  if (result?.moved === 0) sayNothingWaits();
}

export async function goToNextRetry(): Promise<void> {
  const result = await attempt(client().clock.nextRetry());
  if (result?.moved === false) showDone('No retry is pending.');
}

export async function goUntilIdle(): Promise<void> {
  const result = await attempt(client().clock.untilIdle());
  if (result?.moved === false) sayNothingWaits();
}

export async function goBack(): Promise<void> {
  const result = await attempt(client().clock.back());
  if (result?.moved === false) showDone('There is no earlier point to go back to.');
}

/** Virtual over real time; true where it was accepted. */
export async function setSpeed(speed: number): Promise<boolean> {
  // Whatever it was, it is a choice now.
  unchosenSpeed = Number.NaN;
  const { world } = workspace.getState();
  const hold = world && whyHeld(world);
  const result = await attempt(client().clock.speed({ speed }));
  if (result !== null && hold !== null) showDone(`${speedInWords(speed)} will apply later. ${holdInWords(hold)}`);
  return result !== null;
}

/** `1,000×`. */
export const speedInWords = (speed: number) => `${speed.toLocaleString('en')}×`;
