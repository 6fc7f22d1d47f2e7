/** Where external systems answer an Action (R3). */
import { CALLBACK_PATH } from '../../../../shared/host.ts';
import type { Action } from '../../../../shared/model.ts';

/** Where nothing listens: the address that only the simulated APIs know (`UNHOSTED_CALLBACK_BASE` in create-simulator). */
const NO_HOST = 'https://trigger-lab.test';

export function callbackAddress(callbackBase: string | null, { token }: Pick<Action, 'token'>): string {
  return `${callbackBase ?? NO_HOST}${CALLBACK_PATH}/${token ?? ''}`;
}
