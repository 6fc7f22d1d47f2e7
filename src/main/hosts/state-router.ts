/** Reading's part of the contract, answered by the simulator when all that it tells of is on disk. */
import { implement, ORPCError } from '@orpc/server';
import { isRejection, type Rejection } from '../../shared/errors.ts';
import { stateContract } from '../../shared/state-contract.ts';
import type { Simulator } from '../simulator.ts';

interface Errors {
  NOT_FOUND(what: { message: string }): Error;
}

export function createStateRouter({ workspace, reading }: Pick<Simulator, 'workspace' | 'reading'>) {
  const os = implement(stateContract);
  const found = async <T>(read: () => T, errors: Errors): Promise<Exclude<T, Rejection>> => {
    const answer = await workspace.look(read);
    if (isRejection(answer)) {
      const { code, message } = answer;
      if (code === 'unknown') throw errors.NOT_FOUND({ message });
      throw new ORPCError('BAD_REQUEST', { message, data: { issues: [{ path: [], message }] } });
    }
    return answer as Exclude<T, Rejection>;
  };
  return {
    all: os.all.handler(({ input }) => workspace.look(() => reading.all(input))),
    clock: os.clock.handler(() => workspace.look(() => reading.clock())),
    cases: os.cases.handler(({ input }) => workspace.look(() => reading.cases(input))),
    case: os.case.handler(({ input, errors }) => found(() => reading.case(input.ref), errors)),
    caseTimeline: os.caseTimeline.handler(({ input, errors }) =>
      found(() => reading.timelineOfCase(input.ref, input), errors),
    ),
    actions: os.actions.handler(({ input }) => workspace.look(() => reading.actions(input))),
    action: os.action.handler(({ input, errors }) => found(() => reading.action(input.ref), errors)),
    actionTimeline: os.actionTimeline.handler(({ input, errors }) =>
      found(() => reading.timelineOfAction(input.ref, input), errors),
    ),
    notifications: os.notifications.handler(({ input, errors }) =>
      found(() => reading.notifications(input.name, input), errors),
    ),
    requests: os.requests.handler(({ input, errors }) => found(() => reading.requests(input.name, input), errors)),
    expect: os.expect.handler(({ input, errors }) => found(() => reading.expect(input), errors)),
  };
}
