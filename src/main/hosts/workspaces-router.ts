/** The contract's part about the workspaces that are kept side by side. */
import { implement } from '@orpc/server';
import { workspacesContract } from '../../shared/workspaces-contract.ts';
import type { Simulator } from '../simulator.ts';

/** `told` adds the number of the last event to an answer. */
export function createWorkspacesRouter(
  { switcher, opener }: Pick<Simulator, 'switcher' | 'opener'>,
  told: <T extends object>(answer: T) => T & { toldSeq: number },
) {
  const os = implement(workspacesContract);
  const done = () => told({ ok: true as const });
  return {
    list: os.list.handler(() => switcher.list()),
    open: os.open.handler(async ({ input, errors }) => {
      accepted(await switcher.open(input.id), errors);
      return done();
    }),
    rename: os.rename.handler(async ({ input, errors }) => {
      accepted(await switcher.rename(input.id, input.name), errors);
      return done();
    }),
    duplicate: os.duplicate.handler(async ({ input, errors }) => {
      const { id, name } = accepted(await switcher.duplicate(input.id), errors);
      return told({ id, name });
    }),
    remove: os.remove.handler(async ({ input, errors }) => {
      accepted(await switcher.remove(input.id), errors);
      return done();
    }),
    back: os.back.handler(async ({ errors }) => {
      const { moved } = accepted(await opener.back(), errors);
      return told({ moved });
    }),
    stay: os.stay.handler(async () => {
      await switcher.stay();
      return done();
    }),
  };
}

type Refused = {
  readonly ok: false;
  readonly reason: 'missing' | 'impossible';
  readonly message: string;
};
type SaysWhy = (why: { message: string }) => Error;

/** What was done; why it could not be is thrown as the typed error that it crosses as. */
function accepted<T extends { readonly ok: true }>(
  result: T | Refused,
  { NOT_FOUND, NOT_POSSIBLE }: { readonly NOT_FOUND: SaysWhy; readonly NOT_POSSIBLE: SaysWhy },
): T {
  if (result.ok) return result;
  const { reason, message } = result;
  throw reason === 'missing' ? NOT_FOUND({ message }) : NOT_POSSIBLE({ message });
}
