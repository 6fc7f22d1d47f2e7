/** The stand-in's `session.defaultSession`: what a page is permitted, and whether its spelling is checked. */
import type { Session } from 'electron';

type Imitated =
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setSpellCheckerEnabled'
  | 'isSpellCheckerEnabled';
type OnRequest = Parameters<Session['setPermissionRequestHandler']>[0];
type OnCheck = Parameters<Session['setPermissionCheckHandler']>[0];

/** For the machine: what the app answers to a permission by Electron's name. Electron has no such names. */
export const CHECKS = Symbol('checks');
export const REQUESTS = Symbol('requests');

export class StandInSession implements Pick<Session, Imitated> {
  readonly #onChange: () => void;
  #request: OnRequest = null;
  #check: OnCheck = null;
  // Electron's default.
  #isSpellChecked = true;

  /** `onChange`: the app decides differently now. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }
  setPermissionRequestHandler(handler: OnRequest): void {
    this.#request = handler;
    this.#onChange();
  }
  setPermissionCheckHandler(handler: OnCheck): void {
    this.#check = handler;
    this.#onChange();
  }
  setSpellCheckerEnabled(enable: boolean): void {
    this.#isSpellChecked = enable;
  }
  isSpellCheckerEnabled(): boolean {
    return this.#isSpellChecked;
  }

  /** Whether a page has it without asking: Electron grants what no handler decides. */
  [CHECKS](permission: string): boolean {
    type Permission = Parameters<NonNullable<OnCheck>>[1];
    return (
      this.#check?.(null, permission as Permission, '', {} as Electron.PermissionCheckHandlerHandlerDetails) ?? true
    );
  }
  /** Whether a page that asks is granted it. */
  [REQUESTS](permission: string): boolean {
    if (this.#request === null) return true;
    type Asked = Parameters<NonNullable<OnRequest>>;
    let answer = false;
    const decide = (isGranted: boolean) => {
      answer = isGranted;
    };
    this.#request(null as unknown as Asked[0], permission as Asked[1], decide, {} as Asked[3]);
    return answer;
  }
}
