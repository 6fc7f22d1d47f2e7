/** Reading's part of the contract: what there is now, in the words of expectations, and whether it is as expected. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { expectation } from './expectation.ts';
import {
  actionPage,
  actionState,
  casePage,
  caseState,
  checkedExpectation,
  clockReading,
  notificationPage,
  page,
  requestPage,
  timelinePage,
  workspaceReading,
} from './state.ts';

/** There is nothing of that name. */
const noSuch = { NOT_FOUND: { status: 404 } } as const;

const actionRef = z
  .string()
  .min(1)
  .describe('The Action as files name it: an alias, CASE/actionType for the newest copy, or CASE/actionType/2.');
const caseRef = z.string().min(1).describe('The Case.');
const get = { method: 'GET', tags: ['state'] } as const;
const paged = z.strictObject(page);

export const stateContract = {
  all: oc
    .route({
      ...get,
      operationId: 'getState',
      path: '/state',
      summary: 'The workspace at a glance; of Cases and Actions the first so many',
    })
    .input(paged)
    .output(workspaceReading),
  clock: oc
    .route({ ...get, operationId: 'getClock', path: '/clock', summary: 'Virtual time, and what comes next' })
    .output(clockReading),
  cases: oc
    .route({ ...get, operationId: 'getCases', path: '/cases', summary: 'The Cases, oldest first' })
    .input(paged)
    .output(casePage),
  case: oc
    .route({ ...get, operationId: 'getCase', path: '/cases/{ref}', summary: 'A Case, as expectations see it' })
    .errors(noSuch)
    .input(z.strictObject({ ref: caseRef }))
    .output(caseState),
  caseTimeline: oc
    .route({
      ...get,
      operationId: 'getCaseTimeline',
      path: '/cases/{ref}/timeline',
      summary: 'What happened to a Case itself, oldest first',
    })
    .errors(noSuch)
    .input(z.strictObject({ ref: caseRef, ...page }))
    .output(timelinePage),
  actions: oc
    .route({ ...get, operationId: 'getActions', path: '/actions', summary: 'The Actions, oldest first' })
    .input(paged)
    .output(actionPage),
  action: oc
    .route({ ...get, operationId: 'getAction', path: '/actions/{ref}', summary: 'An Action, as expectations see it' })
    .errors(noSuch)
    .input(z.strictObject({ ref: actionRef }))
    .output(actionState),
  actionTimeline: oc
    .route({
      ...get,
      operationId: 'getActionTimeline',
      path: '/actions/{ref}/timeline',
      summary: 'What happened to an Action, oldest first',
    })
    .errors(noSuch)
    .input(z.strictObject({ ref: actionRef, ...page }))
    .output(timelinePage),
  notifications: oc
    .route({
      ...get,
      operationId: 'getNotifications',
      path: '/users/{name}/notifications',
      summary: 'What a user was told, oldest first',
    })
    .errors(noSuch)
    .input(z.strictObject({ name: z.string().min(1).describe('The user.'), ...page }))
    .output(notificationPage),
  requests: oc
    .route({
      ...get,
      operationId: 'getRequests',
      path: '/external-apis/{name}/requests',
      summary: 'The calls that an External API got, with their bodies, oldest first',
    })
    .errors(noSuch)
    .input(z.strictObject({ name: z.string().min(1).describe('The External API.'), ...page }))
    .output(requestPage),
  expect: oc
    .route({
      method: 'POST',
      tags: ['state'],
      operationId: 'expect',
      path: '/expect',
      summary: 'Checks an expectation, written as in a scenario file, and says what is not as expected',
    })
    .errors(noSuch)
    .input(expectation)
    .output(checkedExpectation),
};
