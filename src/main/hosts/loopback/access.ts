/**
 * Who may speak to the loopback host: only this machine's own pages (the Host and Origin checks; another site that points
 * its name at 127.0.0.1 fails them), and of those only who has the token that the printed address carries.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export class Access {
  readonly #authorities: ReadonlySet<string>;
  readonly #token: string;
  readonly #cookieName: string;

  constructor(port: number, token: string) {
    const names = ['127.0.0.1', 'localhost'];
    // Browsers leave out the port that http has anyway.
    this.#authorities = new Set([...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])]);
    this.#token = token;
    // Cookies are shared by all ports of a host: two servers must not overwrite each other's.
    this.#cookieName = `trigger-lab-${port}`;
  }

  /** Was this server meant, and does the request come from its own page or from no page at all? */
  isOwnOrigin(headers: { readonly host: string | undefined; readonly origin: string | undefined }): boolean {
    if (headers.host === undefined || !this.#authorities.has(headers.host)) return false;
    if (headers.origin === undefined) return true;
    return [...this.#authorities].some((authority) => headers.origin === `http://${authority}`);
  }

  isToken(token: string | null | undefined): boolean {
    // Compared by digests: equal length, and the time it takes says nothing.
    return typeof token === 'string' && timingSafeEqual(digest(token), digest(this.#token));
  }

  /** Proof by the cookie that the printed address sets, or by `Authorization: Bearer TOKEN`. */
  isKnown(headers: { readonly cookie: string | undefined; readonly authorization: string | undefined }): boolean {
    const [, bearer] = /^Bearer (.+)$/i.exec(headers.authorization ?? '') ?? [];
    return this.isToken(bearer) || this.isToken(readCookie(headers.cookie, this.#cookieName));
  }

  /** Not readable by script, not sent from other sites; ends with the browser. */
  get setCookie(): string {
    return `${this.#cookieName}=${this.#token}; Path=/; HttpOnly; SameSite=Strict`;
  }
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}
