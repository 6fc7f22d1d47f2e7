/**
 * Chance without state. Every draw is a pure function of a key: (seed, names, call number, purpose). So a draw never
 * depends on which others were made before it, and adding one Action never changes what another draws. Each API and each
 * Action has a stream of its own: its key is (seed, API name, the Action's stream name).
 *
 * `draw` says it in one call; where millions are drawn, make the stream's key once and use `drawFrom`.
 */
import { type Hash64, hash64, mix32 } from '../shared/hash.ts';

/** A stream, from the seed and the names it belongs to. */
export type StreamKey = Hash64;

/** What a draw is for, as a number (`purposeCode`). */
export type PurposeCode = number;

const TWO_TO_32 = 0x1_0000_0000;
const TWO_TO_21 = 0x20_0000;
const TWO_TO_53 = 0x20_0000_0000_0000;
const TWO_TO_MINUS_53 = 1 / TWO_TO_53;

/** What names come to under any seed. Where one name draws under millions of seeds (the Lab) it is made once. */
export type StreamName = Hash64;

/** The part of a stream's key that its names make up, in this order. */
export function streamName(...names: readonly string[]): StreamName {
  return hash64(0, ...names);
}

/** A key that is written again for each seed, so that a million of them are one object. */
export class ReusedKey implements StreamKey {
  high = 0;
  low = 0;

  /** Becomes the key of `name` under `seed`, a whole number up to 53 bits. */
  become(name: StreamName, seed: number): void {
    // Two multiples of the seed, so that neither half waits for the other: this is most of what a draw costs.
    const upper = Math.floor(seed / TWO_TO_32);
    this.high = mix32(name.high ^ (Math.imul(seed | 0, 0x9e3779b1) + upper));
    this.low = mix32(name.low ^ (Math.imul(seed | 0, 0xc2b2ae3d) - Math.imul(upper, 0x27d4eb2f)));
  }
}

/** The key of the stream that belongs to these names, in this order. */
export function streamKey(seed: number, ...names: readonly string[]): StreamKey {
  const key = new ReusedKey();
  key.become(streamName(...names), seed);
  return key;
}

/** The code of a purpose such as `jitter`; to be kept as a constant. */
export function purposeCode(purpose: string): PurposeCode {
  return hash64(0, purpose).low;
}

/**
 * A uniform deviate in [0, 1) with 53 random bits. For a given stream, (call number, purpose) maps one to one onto 64
 * bits, so two draws of one stream never share their bits by construction.
 */
export function drawFrom(stream: StreamKey, callNumber: number, purpose: PurposeCode): number {
  return deviate(callBits(stream, callNumber), stream, purpose);
}

/** The part of a draw that all draws of one call share. */
export function callBits(stream: StreamKey, callNumber: number): number {
  return mix32(stream.high ^ Math.imul(callNumber, 0x9e3779b1));
}

/** `drawFrom` where the bits of the call are at hand. */
export function deviate(bits: number, stream: StreamKey, purpose: PurposeCode): number {
  const upper = upperBits(bits, stream, purpose);
  return ((upper >>> 0) * TWO_TO_21 + (lowerBits(bits, upper) >>> 11)) * TWO_TO_MINUS_53;
}

/** Whether `deviate` falls below `rate`, from 0 to 1; what the first 32 bits settle already costs half. */
export function isBelowRate(rate: number, bits: number, stream: StreamKey, purpose: PurposeCode): boolean {
  const upper = upperBits(bits, stream, purpose);
  const scaled = rate * TWO_TO_32 - (upper >>> 0);
  return scaled >= 1 || (scaled > 0 && lowerBits(bits, upper) >>> 11 < scaled * TWO_TO_21);
}

function upperBits(bits: number, stream: StreamKey, purpose: PurposeCode): number {
  return mix32(stream.low ^ Math.imul(purpose, 0x85ebca77) ^ bits);
}

function lowerBits(bits: number, upper: number): number {
  return mix32(bits + Math.imul(upper, 0xc2b2ae3d));
}

/** A uniform deviate in [0, 1) from a key spelt out. */
export function draw(seed: number, name: string, callNumber: number, purpose: string): number {
  return drawFrom(streamKey(seed, name), callNumber, purposeCode(purpose));
}

/** What an External API draws for one call: each question has a purpose of its own in the stream of (API, Action). */
export const CALL_PURPOSES = {
  fail: purposeCode('fail'),
  failKind: purposeCode('failKind'),
  acceptAfter: purposeCode('acceptAfter'),
  noResponse: purposeCode('noResponse'),
  success: purposeCode('success'),
  responseAfter: purposeCode('responseAfter'),
  reason: purposeCode('reason'),
} as const;
export type CallPurpose = keyof typeof CALL_PURPOSES;

/** The stream that one External API draws from for one Action. */
export function callStream(seed: number, externalApi: string, actionStream: string): StreamKey {
  return streamKey(seed, ...callStreamNames(externalApi, actionStream));
}

/** The names of that stream. */
export function callStreamNames(externalApi: string, actionStream: string): readonly [string, string] {
  return [externalApi, actionStream];
}

/** The names of the stream that an Action's jitter (S2) is drawn from: retry k is call number k of it. */
export function jitterStreamNames(actionStream: string): readonly [string, string] {
  return [actionStream, 'jitter'];
}

/** The jitter draw in [0, 1) of retry `retryNumber` (S2). */
export function jitterDraw(stream: StreamKey, retryNumber: number): number {
  return drawFrom(stream, retryNumber, 0);
}

/**
 * The standard normal deviate of a uniform one, by the inverse of the distribution function (Wichura, AS 241, PPND16:
 * about 16 digits), so that one draw suffices. Takes [0, 1); its ends come out at about ±8.3, never infinite.
 */
export function normalDeviate(uniform: number): number {
  const centred = uniform - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const square = 0.180625 - centred * centred;
    return (centred * polynomial(CENTRE_TOP, square)) / polynomial(CENTRE_BOTTOM, square);
  }
  // Half a step from either end: the deviate of exactly 0 would be -∞.
  const tail = Math.max(centred < 0 ? uniform : 1 - uniform, 0.5 / TWO_TO_53);
  const root = Math.sqrt(-Math.log(tail));
  const deviate =
    root <= 5
      ? polynomial(MIDDLE_TOP, root - 1.6) / polynomial(MIDDLE_BOTTOM, root - 1.6)
      : polynomial(FAR_TOP, root - 5) / polynomial(FAR_BOTTOM, root - 5);
  return centred < 0 ? -deviate : deviate;
}

/** Horner's rule; coefficients from the highest power down. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}

const CENTRE_TOP = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
];
const CENTRE_BOTTOM = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
];
const MIDDLE_TOP = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const MIDDLE_BOTTOM = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const FAR_TOP = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const FAR_BOTTOM = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
];
