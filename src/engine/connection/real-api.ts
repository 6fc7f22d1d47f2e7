/** Real APIs: where they may be, and what they do to the clock. */
import { type Rejection, reject } from '../../shared/errors.ts';
import type { World } from '../../shared/world.ts';
import { isLoopbackUrl } from './loopback-url.ts';

/** What a URL must be for its API to be real, for sentences. */
const LOOPBACK_WORDS = 'a loopback address: http or https at localhost, 127.0.0.1 or [::1]';

/** Why the API cannot be real at `url`; `null` where it can. */
export function cannotBeReal(name: string, url: string): Rejection | null {
  if (isLoopbackUrl(url)) return null;
  return reject('notAllowed', `${name} cannot be real: its calls would leave this machine. ${needsLoopback(url)}`);
}

/** Why the API's URL cannot become `url`: it is real, and its calls would go out there. `null` where it can. */
export function cannotMove(world: World, name: string, url: string): Rejection | null {
  if (world.externalApis.get(name)?.switch !== 'Real' || isLoopbackUrl(url)) return null;
  return reject(
    'notAllowed',
    `${name} is real, so its calls would leave this machine. ${needsLoopback(url)} Switch ${name} back first.`,
  );
}

const needsLoopback = (url: string) => `Its URL must be ${LOOPBACK_WORDS}; ${url} is not.`;

/** The APIs that are real now, in the order in which they were defined. */
export function realApis({ externalApis }: World): string[] {
  return [...externalApis].filter(([, api]) => api.switch === 'Real').map(([name]) => name);
}

/** Why time runs at 1× and does not jump: *erp is real*; `null` where it may. */
export function whyHeld(world: World): string | null {
  const names = realApis(world);
  if (names.length === 0) return null;
  const last = names.at(-1) as string;
  return names.length === 1 ? `${last} is real` : `${names.slice(0, -1).join(', ')} and ${last} are real`;
}

/** Why the clock cannot jump; `null` where it can. */
export function cannotJump(world: World): Rejection | null {
  const why = whyHeld(world);
  if (why === null) return null;
  return reject(
    'notAllowed',
    `The clock cannot jump while ${why}: real calls take real time, so time runs at 1×. Play it, or switch back.`,
  );
}
