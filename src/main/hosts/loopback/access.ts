/**
 * Who may speak to the loopback host: only this machine's own pages (the Host and Origin checks; another site that points
 * its name at 127.0.0.1 fails them), and of those only who has a secret. Scripts send the token of the printed address as
 * `Authorization: Bearer`; a page exchanges that token once for a secret of its own, which opens WebSockets and nothing else.
 * There is no cookie: browsers would send it to whatever listens on any other port of this machine.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export class Access {
  readonly #authorities: ReadonlySet<string>;
  readonly #token: string;
  /** What the secrets of pages are signed with: they need not be remembered, and end with the server. */
  readonly #pageKey = randomBytes(32);

  constructor(port: number, token: string) {
    const names = ['127.0.0.1', 'localhost'];
    // Browsers leave out the port that http has anyway.
    this.#authorities = new Set([...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])]);
    this.#token = token;
  }

  /** Was this server meant, and does the request come from its own page or from no page at all? */
  isOwnOrigin(headers: { readonly host: string | undefined; readonly origin: string | undefined }): boolean {
    if (headers.host === undefined || !this.#authorities.has(headers.host)) return false;
    if (headers.origin === undefined) return true;
    return [...this.#authorities].some((authority) => headers.origin === `http://${authority}`);
  }

  /** Whether an `Authorization` header holds the token: `Bearer TOKEN`. */
  isBearer(authorization: string | undefined): boolean {
    const [, bearer] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
    return bearer !== undefined && isSame(bearer, this.#token);
  }

  /** A new secret for a page. */
  newPageSecret(): string {
    const name = randomBytes(16).toString('base64url');
    return `${name}.${this.#sign(name)}`;
  }

  isPageSecret(secret: string): boolean {
    const [name = '', signature = ''] = secret.split('.');
    return isSame(secret, `${name}.${signature}`) && isSame(signature, this.#sign(name));
  }

  #sign(name: string): string {
    return createHmac('sha256', this.#pageKey).update(name).digest('base64url');
  }
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Compared by digests: equal length, and the time it takes says nothing. */
function isSame(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
