/** The address an Action's answer is sent to (R3): `<callbackBase>/callbacks/<token>`. */

/** `callbackBase` is an origin without a slash at its end, such as `http://127.0.0.1:4173`. */
export function callbackUrl(callbackBase: string, token: string): string {
  return `${callbackBase}/callbacks/${token}`;
}

/** The token at the end of a callback URL. */
export function tokenIn(url: string): string {
  const { pathname } = new URL(url);
  return pathname.slice(pathname.lastIndexOf('/') + 1);
}
