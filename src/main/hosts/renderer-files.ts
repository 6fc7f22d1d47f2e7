/** The built page, for whichever host serves it: only files in its folder, by names that cannot lead out of it. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export interface RendererFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  /** The name holds a hash of the content: may be cached indefinitely. */
  readonly isImmutable: boolean;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=utf-8',
};

/** `/name` or `/assets/name`: no other folder, no `..`, nothing hidden. */
const PATH = /^\/(?<folder>assets\/)?(?<file>[\w-][\w.-]*)$/;

/** The file at an address's path, `/` being the page itself; `null` if there is none. */
export async function readRendererFile(rendererDir: string, pathname: string): Promise<RendererFile | null> {
  const { folder = '', file } = PATH.exec(pathname === '/' ? '/index.html' : pathname)?.groups ?? {};
  if (file === undefined) return null;
  const contentType = CONTENT_TYPES[extname(file)];
  if (contentType === undefined) return null;
  try {
    const body = new Uint8Array(await readFile(join(rendererDir, folder, file)));
    return { body, contentType, isImmutable: folder !== '' };
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'ENAMETOOLONG';
}
