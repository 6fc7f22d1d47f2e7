/**
 * The token that ends an Action's callback URL: `<secret>.<encoded Action reference>`. The reference tells an unknown
 * Action (404) from a wrong secret (401), R30. In a run of scenarios the secret follows from seed and reference, so that the
 * run repeats byte for byte: 16 lower-case hexadecimal digits. A workspace of the app has a key of its own, without which
 * nobody can tell a secret, whatever else they know: 32 digits of an HMAC. A token holds letters, digits, `-`, `_`, `~` and one dot: it needs no
 * percent-encoding, so no server on the way can decode it once too often.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { hash64 } from './hash.ts';
import type { ActionRef } from './model.ts';

export interface ParsedToken {
  readonly secret: string;
  readonly actionRef: ActionRef;
}

const PURPOSE = 'callback token';
const MAC_BYTES = 16;
const TOKEN_PATTERN = /^([0-9a-f]{16}|[0-9a-f]{32})\.((?:[A-Za-z0-9_-]|~[0-9a-f]{4})+)$/;

/**
 * The token of an Action, given the scenario's seed and the workspace's key: 64 hexadecimal digits, or `null` where whoever
 * knows the seed may know the token.
 */
export function encodeToken(seed: number, actionRef: ActionRef, callbackKey: string | null = null): string {
  const reference = encodeReference(actionRef);
  const secret = callbackKey === null ? seededSecret(seed, actionRef) : keyedSecret(callbackKey, reference);
  return `${secret}.${reference}`;
}

/** Known to all who know the seed: the hash can be turned back. */
function seededSecret(seed: number, actionRef: ActionRef): string {
  const { high, low } = hash64(seed, PURPOSE, actionRef);
  return `${hexadecimal(high)}${hexadecimal(low)}`;
}

function keyedSecret(callbackKey: string, reference: string): string {
  const mac = hmac(sha256, hexToBytes(callbackKey), utf8ToBytes(`${PURPOSE} ${reference}`));
  return bytesToHex(mac.subarray(0, MAC_BYTES));
}

/** The parts of a token, or `null` when the text does not have the form of one. */
export function parseToken(token: string): ParsedToken | null {
  const match = TOKEN_PATTERN.exec(token);
  if (!match) return null;
  const [, secret = '', reference = ''] = match;
  return { secret, actionRef: decodeReference(reference) };
}

/** The same Action with another secret: what an external system sends that has the wrong token. */
export function withWrongSecret(token: string): string {
  const [secret = '', reference = ''] = token.split('.');
  const first = secret.startsWith('0') ? '1' : '0';
  return `${first}${secret.slice(1)}.${reference}`;
}

function hexadecimal(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0');
}

/** By code unit, so that every text has a token, one with half a surrogate pair too. */
function encodeReference(actionRef: ActionRef): string {
  return actionRef.replace(/[^A-Za-z0-9_-]/g, (unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function decodeReference(reference: string): ActionRef {
  return reference.replace(/~([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
