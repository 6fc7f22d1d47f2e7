/** The stand-in's `protocol`: the schemes of the app, and who answers for them. */
import type { CustomScheme, Protocol } from 'electron';

type Imitated = 'registerSchemesAsPrivileged' | 'handle' | 'isProtocolHandled';
type Handle = Parameters<Protocol['handle']>[1];

/** For the machine; Electron has no such names. */
export const ANSWER = Symbol('answer');

export class StandInProtocol implements Pick<Protocol, Imitated> {
  readonly #isReady: () => boolean;
  readonly #schemes = new Map<string, CustomScheme>();
  readonly #handlers = new Map<string, Handle>();

  constructor(isReady: () => boolean) {
    this.#isReady = isReady;
  }
  registerSchemesAsPrivileged(customSchemes: CustomScheme[]): void {
    if (this.#isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    this.#schemes.clear();
    for (const scheme of customSchemes) this.#schemes.set(scheme.scheme, scheme);
  }
  handle(scheme: string, handler: Handle): void {
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.#handlers.set(scheme, handler);
  }
  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  /** What the app answers; null where it has no such scheme, or not one that a page could live under. */
  async [ANSWER](request: Request): Promise<Response | null> {
    const scheme = new URL(request.url).protocol.slice(0, -1);
    const { standard = false, secure = false } = this.#schemes.get(scheme)?.privileges ?? {};
    const handler = this.#handlers.get(scheme);
    return handler === undefined || !standard || !secure ? null : handler(request as Parameters<Handle>[0]);
  }
}
