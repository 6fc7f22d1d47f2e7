import { type Rejection, reject } from '../../shared/errors.ts';

/** A job that had waited for its turn while another workspace replaced the one it was meant for. Not a bug. */
export class WorkspaceReplaced extends Error {
  override readonly name = 'WorkspaceReplaced';

  constructor() {
    super('Another workspace was opened before this was done.');
  }
}

/** The result of a job; where it had waited for its turn and another workspace was opened meanwhile, that is why it is refused. */
export async function unlessReplaced<T>(job: () => Promise<T>): Promise<T | Rejection> {
  try {
    return await job();
  } catch (error) {
    if (error instanceof WorkspaceReplaced) return reject('notAllowed', error.message);
    throw error;
  }
}

/** The same, for what is meant for whichever workspace is open: where that changed meanwhile, it is asked again. */
export async function inTheOneThatIsOpen<T>(job: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await job();
    } catch (error) {
      if (!(error instanceof WorkspaceReplaced)) throw error;
    }
  }
}
