/** Which URLs stay on this machine: the only ones that a real API may have. */

/** A number from 0 to 255, without leading zeros: elsewhere those mean octal. */
const BYTE = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const HOST = `(?:localhost|127(?:\\.${BYTE}){3}|\\[::1\\])`;
const LOOPBACK_URL = new RegExp(`^https?://${HOST}(?::\\d{1,5})?(?:[/?#]|$)`, 'i');

/**
 * True for http and https at `localhost`, `127.x.x.x` or `[::1]`. It reads the text instead of parsing it, and knows no other
 * way of writing these: what two programs could read differently (a user name, a backslash, `127.1`) is not one of them.
 */
export function isLoopbackUrl(url: string): boolean {
  return LOOPBACK_URL.test(url);
}
