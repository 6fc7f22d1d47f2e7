/**
 * A call that really goes out: to a server of the user's own on this machine, and nowhere else. Not by `fetch`, which is
 * intercepted, follows the proxies of the environment and refuses some ports, but by `node:http` itself.
 */
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isLoopbackUrl } from '../../engine/connection/loopback-url.ts';
import type { CallResult } from '../../shared/model.ts';
import type { ConnectionFailure } from '../../shared/words.ts';
import { resultOfReply } from './call-result.ts';

/** The longest that Node's timers can wait. */
const LONGEST_WAIT_MS = 2_147_483_647;

/** Kept as they are when this module is loaded: the simulated internet replaces those in `http` and `https`. */
const SENDERS = { 'http:': requestHttp, 'https:': requestHttps } as const;

export interface RealCall {
  readonly url: string;
  /** JSON. */
  readonly body: string;
  /** S4, in real time here. */
  readonly callTimeoutMs: number;
  /** Ends it, however far it is. */
  readonly giveUp: AbortSignal | undefined;
}

/** POSTs the body and tells what came of it (R7). What is not a loopback address is refused here too: nothing is sent there. */
export function callForReal({ url: text, body, callTimeoutMs, giveUp }: RealCall): Promise<CallResult> {
  const url = new URL(text);
  const send = SENDERS[url.protocol as keyof typeof SENDERS];
  if (!isLoopbackUrl(url.href) || send === undefined) return Promise.resolve(failed('refused'));
  const timeout = AbortSignal.timeout(Math.min(Math.ceil(callTimeoutMs), LONGEST_WAIT_MS));
  return new Promise((resolve) => {
    const sending = send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      // A connection of its own: one that was kept may be gone, and what an agent adds (a proxy) is not wanted.
      agent: false,
      lookup: lookupLoopback,
      signal: giveUp === undefined ? timeout : AbortSignal.any([giveUp, timeout]),
    });
    sending.on('response', (response) => {
      resolve(resultOfReply(response.statusCode ?? 0, response.headers['retry-after']));
      // Nobody reads the body; the server may send it to its end all the same, and it may break off.
      response.on('error', () => undefined).resume();
    });
    sending.on('error', (error) => resolve(failed(timeout.aborted ? 'hang' : kindOf(error, url.protocol))));
    sending.end(body);
  });
}

const failed = (kind: ConnectionFailure): CallResult => ({ connected: false, failure: { kind } });

/** `localhost` is this machine, whatever a hosts file or a name server says. */
const lookupLoopback: LookupFunction = (_name, { all }, found) => {
  if (all) found(null, LOOPBACK);
  else found(null, '127.0.0.1', 4);
};
const LOOPBACK = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

const KINDS: Readonly<Record<string, ConnectionFailure>> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EADDRNOTAVAIL: 'refused',
  EACCES: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ETIMEDOUT: 'hang',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
};

/** Whatever else is wrong with a secure connection is its security; on a plain one the other end speaks no HTTP. */
function kindOf(error: Error, protocol: string): ConnectionFailure {
  const code = 'code' in error ? String(error.code) : '';
  return KINDS[code] ?? (protocol === 'https:' && !code.startsWith('HPE_') ? 'tls' : 'reset');
}
