/**
 * A keyed 64-bit hash of text, as two 32-bit halves (MurmurHash3's block step, run twice with different constants, and
 * its finaliser). Not cryptographic: it makes streams and tokens differ, it keeps no secret from anybody.
 */
export interface Hash64 {
  /** Signed 32-bit integers. */
  readonly high: number;
  readonly low: number;
}

/** Code units end at 0xffff: this mark between parts keeps ('ab', 'c') and ('a', 'bc') apart. */
const END_OF_PART = 0x10000;

/** MurmurHash3's finaliser: every bit of the input changes about half of the bits of the output. A bijection on 32 bits. */
export function mix32(value: number): number {
  let hash = value;
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** The hash of one or more texts under a whole number; both halves of a number above 32 bits count. */
export function hash64(key: number, ...parts: readonly string[]): Hash64 {
  let high = mix32((key | 0) ^ 0x9e3779b9);
  let low = mix32(Math.floor(key / 0x1_0000_0000) ^ high ^ 0x7f4a7c15);
  let length = 0;
  for (const part of parts) {
    for (let index = 0; index <= part.length; index++) {
      const unit = index < part.length ? part.charCodeAt(index) : END_OF_PART;
      const block = Math.imul(rotate(Math.imul(unit, 0xcc9e2d51), 15), 0x1b873593);
      high = (Math.imul(rotate(high ^ block, 13), 5) + 0xe6546b64) | 0;
      low = (Math.imul(rotate(low ^ Math.imul(block, 0x2c1b3c6d), 11), 9) + 0x38495ab5 + high) | 0;
    }
    length += part.length;
  }
  high = mix32(high ^ length);
  low = mix32(low ^ high);
  return { high: mix32(high + low), low };
}
