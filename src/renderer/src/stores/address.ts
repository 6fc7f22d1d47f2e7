/**
 * The address of this window: `#/cases?q=erp&status=Waiting`, path and query both behind the hash, so that it survives a
 * reload in a browser and under `app://` alike. wouter reads it through `useAddress`.
 */
import { useEffectEvent, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { createStore } from 'zustand/vanilla';

const HOME = '/cases';

/** Path and query as they stand in the browser's address. */
const present = () => location.hash.replace(/^#?\/?/, '/');

/** What the screens show: the browser's address, save while someone is asked whether to leave unsaved text behind. */
let shown = present();
const listeners = new Set<() => void>();

/** Asks whether typed text may be lost; resolves to true where it may. */
type Guard = () => Promise<boolean>;
let guard: Guard | null = null;

/** Whether something is typed that is not saved yet. */
export const unsaved = createStore<{ readonly isThere: boolean }>(() => ({ isThere: false }));

function show(address: string): void {
  shown = address;
  for (const listener of listeners) listener();
}

const pathOf = (address: string) => address.split('?')[0] || '/';
const queryOf = (address: string) => address.split('?')[1] ?? '';

/** The path of the screen that is shown, without its query. */
export const shownPath = (): string => pathOf(shown);
/** Its query. */
export const shownQuery = (): URLSearchParams => new URLSearchParams(queryOf(shown));

/** Goes to a path such as `/cases/C1`, with or without a query. Asks first where a form holds unsaved text. */
export function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  const leave = guard !== null && pathOf(to) !== pathOf(shown) ? guard() : null;
  if (leave === null) go(to, replace);
  else void leave.then((allowed) => allowed && go(to, replace));
}

function go(to: string, replace: boolean): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', `#${to}`);
  show(present());
}

/**
 * Goes to what is only made once one may leave the screen: `make` resolves to its path, or to `null` where nothing came of it, and
 * one stays, asked again before the next leave.
 */
export async function navigateToNew(make: () => Promise<string | null>): Promise<void> {
  const [asking, from] = [guard, shown];
  if (asking !== null && !(await asking())) return;
  const to = await make();
  if (to !== null) go(to, false);
  else if (shown === from) guard ??= asking;
}

/** Back, forward and typed addresses. */
function onHashChange(): void {
  const wanted = present();
  if (wanted === shown) return;
  if (guard === null || pathOf(wanted) === pathOf(shown)) {
    show(wanted);
    return;
  }
  // Stay until the person has answered, then go where they wanted.
  history.pushState(null, '', `#${shown}`);
  navigate(wanted);
}

window.addEventListener('hashchange', onHashChange);
window.addEventListener('popstate', onHashChange);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** wouter's location hook: the path without its query, as `paths` encoded it. */
export function useAddress(): [string, typeof navigate] {
  const path = useSyncExternalStore(subscribe, () => pathOf(shown));
  // wouter decodes it; decoded once more, part by part, a name such as `100%` or `%2F` would be another.
  return [path.replaceAll('%', '%25'), navigate];
}
useAddress.hrefs = (href: string) => `#${href}`;
useAddress.searchHook = () => useSyncExternalStore(subscribe, () => queryOf(shown));

/** The address' query, the same object as long as it is the same, and a way to change it that adds no step to the history. */
export function useQuery(): [URLSearchParams, (change: (query: URLSearchParams) => void) => void] {
  const text = useAddress.searchHook();
  return [useMemo(() => new URLSearchParams(text), [text]), changeQuery];
}

function changeQuery(change: (query: URLSearchParams) => void): void {
  const query = new URLSearchParams(queryOf(shown));
  change(query);
  const text = query.toString();
  navigate(text === '' ? pathOf(shown) : `${pathOf(shown)}?${text}`, { replace: true });
}

/** While `isDirty`, leaving the screen asks by `ask` first, and closing the window by the browser's own words. */
export function useLeaveGuard(isDirty: boolean, ask: Guard): void {
  const askNow = useEffectEvent(ask);
  // As soon as the screen shows that nothing is unsaved, nobody is asked: not a paint later.
  useLayoutEffect(() => {
    if (!isDirty) return;
    const asking: Guard = async () => {
      const allowed = await askNow();
      if (allowed && guard === asking) guard = null;
      return allowed;
    };
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    guard = asking;
    unsaved.setState({ isThere: true });
    window.addEventListener('beforeunload', warn);
    return () => {
      if (guard === asking) guard = null;
      unsaved.setState({ isThere: false });
      window.removeEventListener('beforeunload', warn);
    };
  }, [isDirty]);
}

// ── Addresses of things ─────────────────────────────────────────────────────────────────────────────────────────────

/** Half a character, which a script may put into a name, stands in no address. */
const part = (name: string) => encodeURIComponent(name.toWellFormed());

/** `C1/post-invoice/2` as parts of an address. */
const parts = (ref: string) => ref.split('/').map(part).join('/');

const comparing = (a: string, b: string) => `/builder/compare?a=${part(a)}&b=${part(b)}`;

export const paths = {
  home: HOME,
  cases: '/cases',
  case: (ref: string) => `/cases/${part(ref)}`,
  /** `C1/post-invoice` and `C1/post-invoice/2` alike. */
  action: (ref: string) => {
    const [caseRef = '', ...rest] = ref.split('/');
    return `/cases/${part(caseRef)}/actions/${rest.map(part).join('/')}`;
  },
  /** One Action for a projector; references as in `action`. */
  stage: (ref: string) => `/stage/${parts(ref)}`,
  audience: '/audience',
  queues: '/queues',
  futures: '/futures',
  /** Two futures by their ids. */
  futuresCompared: (left: number, right: number) => `/futures?left=${left}&right=${right}`,
  dashboard: '/dashboard',
  /** What a person has to do, and was notified of. */
  inbox: (user: string) => `/inbox/${part(user)}`,
  builder: '/builder',
  builderActionTypes: '/builder/action-types',
  builderActionType: (name: string) => `/builder/action-types/${part(name)}`,
  builderCompare: '/builder/compare',
  /** Compares an Action type with itself, to be changed on one side. */
  builderCompareOf: (name: string) => comparing(name, name),
  /** Compares two Action types. */
  builderComparing: comparing,
  /** Where the system-wide pattern was once; it is in Settings. */
  builderRetryPattern: '/builder/retry-pattern',
  builderQueues: '/builder/queues',
  builderUsers: '/builder/users',
  builderUser: (name: string) => `/builder/users/${part(name)}`,
  builderCaseTypes: '/builder/case-types',
  builderCaseType: (name: string) => `/builder/case-types/${part(name)}`,
  externalApis: '/external-apis',
  externalApi: (name: string) => `/external-apis/${part(name)}`,
  scenarios: '/scenarios',
  scenarioEditor: '/scenarios/editor',
  /** What scenarios exercise. */
  coverage: '/scenarios/coverage',
  /** What has happened in the workspace that is open. */
  coverageHere: '/scenarios/coverage/workspace',
  course: '/course',
  lab: '/lab',
  labDay: '/lab/day',
  labCompare: (ids: readonly string[]) => `/lab/compare?runs=${ids.map(part).join(',')}`,
  labRun: (id: string) => `/lab/runs/${part(id)}`,
  settings: '/settings',
  /** A field of it, by its label, which gets the focus. */
  setting: (field: string) => `/settings?field=${part(field)}`,
  workspaces: '/workspaces',
  backups: '/workspaces/backups',
} as const;

/** The text that `paths` encoded. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Of an Action: its screen or its stage. */
const OF_ACTION = /^\/(?:cases\/([^/]+)\/actions|stage\/([^/]+))\/([^/]+)(?:\/([1-9]\d*))?$/;

/** Whether an address is a stage, which has the window for itself. */
export const isStage = (path: string): boolean => path.startsWith('/stage/');

/** Whether this window shows a stage now. */
export const isOnStage = (): boolean => isStage(pathOf(shown));

/** The reference of the Action that an address shows; `null` where it shows none. `path` is as wouter gives it. */
export function actionAt(path: string): string | null {
  const [, ofScreen, ofStage, ...rest] = OF_ACTION.exec(path) ?? [];
  const caseRef = ofScreen ?? ofStage;
  if (caseRef === undefined) return null;
  return [caseRef, ...rest.filter((each) => each !== undefined)].map(decodePart).join('/');
}
