/** The model by hand, as fast as JavaScript goes: the yardsticks of the Lab. Neither knows a rule that it does not need. */
import {
  FAIL_RATE,
  MEAN_RESPONSE_MS,
  type Played,
  RESPONSE_WITHIN_MS,
  RETRY_INTERVALS_MS,
  SUCCESS_RATE,
} from './lab-model.ts';

const MAXIMUM = RETRY_INTERVALS_MS.length;
const DONE = 0;
const ESCALATED = 1;
const REFUSED = 2;
const TIMED_OUT = 3;

/** xoshiro128**, 32 bits a draw. */
function randomSource(): () => number {
  let s0 = 0x9e3779b9;
  let s1 = 0x243f6a88;
  let s2 = 0xb7e15162;
  let s3 = 0x71374491;
  return () => {
    const shifted = s1 << 9;
    let mixed = Math.imul(s1, 5);
    mixed = Math.imul((mixed << 7) | (mixed >>> 25), 9);
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    return (mixed >>> 0) / 4294967296;
  };
}

const played = (endings: Float64Array, sumMs: number, count: number): Played => ({
  done: endings[DONE] as number,
  escalated: endings[ESCALATED] as number,
  refused: endings[REFUSED] as number,
  timedOut: endings[TIMED_OUT] as number,
  meanMs: sumMs / count,
});

/** One life after the other, without a queue: no life waits for another. */
export function playByLoop(count: number): Played {
  const random = randomSource();
  const endings = new Float64Array(4);
  const retries = new Float64Array(MAXIMUM + 1);
  let sumMs = 0;
  for (let life = 0; life < count; life += 1) {
    let at = 0;
    let retryCount = 0;
    let ending = ESCALATED;
    while (true) {
      if (random() >= FAIL_RATE) {
        const succeeds = random() < SUCCESS_RATE;
        const responseMs = -MEAN_RESPONSE_MS * Math.log(1 - random());
        if (responseMs <= RESPONSE_WITHIN_MS) {
          at += responseMs;
          ending = succeeds ? DONE : REFUSED;
        } else {
          at += RESPONSE_WITHIN_MS;
          ending = TIMED_OUT;
        }
        break;
      }
      if (retryCount === MAXIMUM) break;
      at += RETRY_INTERVALS_MS[retryCount] as number;
      retryCount += 1;
    }
    endings[ending] = (endings[ending] as number) + 1;
    retries[retryCount] = (retries[retryCount] as number) + 1;
    sumMs += at;
  }
  return played(endings, sumMs, count);
}

/** How many lives are under way at a time with a queue. */
const LIVE = 1_000;
const CALL = 0;
const RESPONSE = 1;
const TIMEOUT = 2;

/** All lives on one queue of events, a binary heap in typed arrays, as a simulation of shared people would need. */
export function playByHeap(count: number): Played {
  const random = randomSource();
  const endings = new Float64Array(4);
  const heapAt = new Float64Array(LIVE + 1);
  const heapLife = new Int32Array(LIVE + 1);
  let size = 0;
  const launchedAt = new Float64Array(LIVE);
  const nextEvent = new Uint8Array(LIVE);
  const retryCounts = new Uint8Array(LIVE);
  const succeeds = new Uint8Array(LIVE);
  let launched = 0;
  let sumMs = 0;

  const push = (at: number, life: number) => {
    let place = ++size;
    while (place > 1) {
      const parent = place >> 1;
      if ((heapAt[parent] as number) <= at) break;
      heapAt[place] = heapAt[parent] as number;
      heapLife[place] = heapLife[parent] as number;
      place = parent;
    }
    heapAt[place] = at;
    heapLife[place] = life;
  };
  const pop = (): number => {
    const top = heapLife[1] as number;
    const at = heapAt[size] as number;
    const life = heapLife[size--] as number;
    let place = 1;
    while (true) {
      let child = place * 2;
      if (child > size) break;
      if (child < size && (heapAt[child + 1] as number) < (heapAt[child] as number)) child += 1;
      if ((heapAt[child] as number) >= at) break;
      heapAt[place] = heapAt[child] as number;
      heapLife[place] = heapLife[child] as number;
      place = child;
    }
    heapAt[place] = at;
    heapLife[place] = life;
    return top;
  };
  const launch = (life: number, at: number) => {
    launched += 1;
    launchedAt[life] = at;
    retryCounts[life] = 0;
    nextEvent[life] = CALL;
    push(at, life);
  };
  const end = (life: number, ending: number, at: number) => {
    endings[ending] = (endings[ending] as number) + 1;
    sumMs += at - (launchedAt[life] as number);
    if (launched < count) launch(life, at);
  };

  for (let life = 0; life < Math.min(LIVE, count); life += 1) launch(life, 0);
  while (size > 0) {
    const at = heapAt[1] as number;
    const life = pop();
    const event = nextEvent[life];
    if (event === RESPONSE) end(life, succeeds[life] === 1 ? DONE : REFUSED, at);
    else if (event === TIMEOUT) end(life, TIMED_OUT, at);
    else if (random() >= FAIL_RATE) {
      succeeds[life] = random() < SUCCESS_RATE ? 1 : 0;
      const responseMs = -MEAN_RESPONSE_MS * Math.log(1 - random());
      nextEvent[life] = responseMs <= RESPONSE_WITHIN_MS ? RESPONSE : TIMEOUT;
      push(at + Math.min(responseMs, RESPONSE_WITHIN_MS), life);
    } else if (retryCounts[life] === MAXIMUM) end(life, ESCALATED, at);
    else {
      const retryCount = retryCounts[life] as number;
      retryCounts[life] = retryCount + 1;
      push(at + (RETRY_INTERVALS_MS[retryCount] as number), life);
    }
  }
  return played(endings, sumMs, count);
}
