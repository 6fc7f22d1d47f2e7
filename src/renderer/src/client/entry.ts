/**
 * How this page is let in where the loopback host serves it: the token of the printed address is exchanged, once, for a
 * secret of this page's own, which lasts as long as its tab and the server. The token itself is kept nowhere.
 */
import { createStore } from 'zustand/vanilla';
import { SESSION_PATH, type Session } from '../../../shared/host.ts';

/** In `sessionStorage`, which no other tab reads, nor a page on another port. */
const KEY = 'trigger-lab:secret';

/** The page has no secret, or one that is no longer valid. */
export class NotLetIn extends Error {
  override readonly name = 'NotLetIn';
}

/** Whether a person is asked for the token. */
export const entry = createStore<{ readonly isAsked: boolean }>(() => ({ isAsked: false }));
let entered: () => void = () => undefined;

/** Taken out of the address before anything is shown: an address is copied, kept and looked at. */
let addressToken = takeAddressToken();

function takeAddressToken(): string | null {
  const token = new URLSearchParams(location.search).get('token');
  if (token !== null) history.replaceState(history.state, '', `${location.pathname}${location.hash}`);
  return token;
}

/** The secret to say hello with. Throws `NotLetIn` where there is none, another error where the server does not answer. */
export async function pageSecret(): Promise<string> {
  if (addressToken !== null) {
    const secret = await exchange(addressToken);
    addressToken = null;
    if (secret !== null) keep(secret);
  }
  const kept = sessionStorage.getItem(KEY);
  if (kept === null) throw new NotLetIn();
  return kept;
}

/** It was refused: the server is another one now. */
export function forgetSecret(): void {
  sessionStorage.removeItem(KEY);
}

/** Asks the person; resolves once what they gave was good. */
export async function askForToken(): Promise<void> {
  entry.setState({ isAsked: true });
  await new Promise<void>((resolve) => {
    entered = resolve;
  });
  entry.setState({ isAsked: false });
}

/** Tries what a person gave, the token or the whole printed line; what was wrong with it, or `null`. */
export async function enter(given: string): Promise<string | null> {
  const token = /[?&]token=([\w-]+)/.exec(given)?.[1] ?? given.trim();
  if (token === '') return 'Paste the address that Trigger Lab printed, or its token.';
  try {
    const secret = await exchange(token);
    if (secret === null) {
      return 'This is not the token of this Trigger Lab. It prints a new one each time it starts.';
    }
    keep(secret);
    entered();
    return null;
  } catch {
    return 'Trigger Lab is not responding. Check that it is still running.';
  }
}

function keep(secret: string): void {
  sessionStorage.setItem(KEY, secret);
}

/** `null` where the token is wrong. */
async function exchange(token: string): Promise<string | null> {
  // A token can be sent in a header.
  if (!/^[\w-]+$/.test(token)) return null;
  const response = await fetch(SESSION_PATH, { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
  if (response.status === 403) return null;
  if (!response.ok) throw new Error(`${SESSION_PATH} answered ${response.status}`);
  return ((await response.json()) as Session).secret;
}
