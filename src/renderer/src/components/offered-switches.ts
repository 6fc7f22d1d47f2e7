/** What can be chosen for an External API: a real server only where its URL stays on this machine. */
import { isLoopbackUrl } from '../../../engine/connection/loopback-url.ts';
import { API_SWITCHES, type ApiSwitch } from '../../../shared/words.ts';

export const offeredSwitches = (url: string): readonly ApiSwitch[] =>
  API_SWITCHES.filter((each) => each !== 'Real' || isLoopbackUrl(url));
