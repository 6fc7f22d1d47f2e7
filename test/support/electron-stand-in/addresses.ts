/**
 * Where pages of the app's own schemes lie in the stand-in: Chromium leads no page to a scheme that it does not know, so `app://name/` is
 * `https://name.app.invalid/` there: as secure an origin, of which every request is answered here, and whose name no network has (RFC 6761).
 */

const IN_CHROMIUM = /^https:\/\/(?<host>[^/]+)\.(?<scheme>[a-z]+)\.invalid(?=\/|$)/;
const OF_APP = /^(?<scheme>app):\/\/(?<host>[^/]+)(?=\/|$)/;

export const toChromium = (url: string): string => url.replace(OF_APP, 'https://$<host>.$<scheme>.invalid');
export const toApp = (url: string): string => url.replace(IN_CHROMIUM, '$<scheme>://$<host>');
/** Whether an address that Chromium asks for is one of the app's. */
export const isOfApp = (url: string): boolean => IN_CHROMIUM.test(url);
