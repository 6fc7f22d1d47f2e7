/** The page's own address, `app://trigger-lab/`: neither a file, which could reach its neighbours, nor a port. */
import { protocol } from 'electron';
import { readRendererFile } from '../renderer-files.ts';
import { securityHeaders } from '../security-headers.ts';

const SCHEME = 'app';
const HOST = 'trigger-lab';
/** What Chromium says of a page of ours, whatever its address says. */
export const ORIGIN = `${SCHEME}://${HOST}`;
export const PAGE = `${ORIGIN}/`;

/** Whether an address is one of the page's own. */
export function isOwnAddress(address: string): boolean {
  return address.startsWith(PAGE);
}

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built page, and nothing else, once the app is ready. */
export function serveRenderer(rendererDir: string): void {
  protocol.handle(SCHEME, async ({ method, url }) => {
    const { host, pathname } = new URL(url);
    const file = method === 'GET' && host === HOST ? await readRendererFile(rendererDir, pathname) : null;
    const headers = securityHeaders([]);
    if (!file) return new Response(null, { status: 404, headers });
    return new Response(file.body, { headers: { ...headers, 'Content-Type': file.contentType } });
  });
}
