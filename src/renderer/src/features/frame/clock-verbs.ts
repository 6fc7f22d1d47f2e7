/** What can be done with the clock, from the bar, the palette and the keyboard alike. */
import { whyHeld } from '../../../../engine/connection/real-api.ts';
import { speedInWords } from '../../../../shared/speeds.ts';
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

/** First into what was visited already; beyond that, the next event happens. */
export async function goToNextEvent(): Promise<void> {
  const { clock, history } = client();
  // While time runs, nothing that was visited before lies ahead.
  if (!workspace.getState().clock?.playing) {
    const visited = await attempt(history.next());
    if (visited === null || visited.moved) return;
  }
  const result = await attempt(clock.next({}));
  if (result?.moved === 0) sayNothingWaits();
}

export async function goToPreviousEvent(): Promise<void> {
  const result = await attempt(client().history.previous());
  if (result?.moved === false) sayThisIsTheStart();
}

/** To the oldest point that is known. */
export async function goToStart(): Promise<void> {
  const page = await attempt(client().history.events({ limit: 1 }));
  if (page === null) return;
  if (page.presentSeq === page.startSeq) sayThisIsTheStart();
  else await goToEvent(page.startSeq);
}

/** To the end of an event of the strip, by its `seq`. */
export async function goToEvent(seq: number): Promise<void> {
  const result = await attempt(client().history.goTo({ seq }));
  if (result?.moved === false) showDone('This is no longer kept: there is no way back to it.');
}

const sayThisIsTheStart = () => showDone('This is the start: nothing was before.');

export async function goToNextRetry(): Promise<void> {
  const result = await attempt(client().clock.nextRetry());
  if (result?.moved === false) showDone('No retry is pending.');
}

/** Beyond all that was visited already, so that no second future begins that is the same. */
export async function goUntilIdle(): Promise<void> {
  const wentOn = await goToLastVisited();
  const result = await attempt(client().clock.untilIdle());
  if (result?.moved === false && !wentOn) sayNothingWaits();
}

/** Whether there was anything to go to. */
async function goToLastVisited(): Promise<boolean> {
  const page = await attempt(client().history.events({ limit: 1 }));
  const present = page?.futures.find(({ isPresent }) => isPresent);
  if (!page || present === undefined || present.tipSeq === page.presentSeq) return false;
  return (await attempt(client().history.goTo({ seq: present.tipSeq })))?.moved ?? false;
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
