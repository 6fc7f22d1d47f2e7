/** Random lives: settings, APIs and what happens, for properties that must hold whatever comes. */
import fc from 'fast-check';
import { z } from 'zod';
import { callOutcome } from '../../src/shared/api-behaviour.ts';
import type { Command } from '../../src/shared/inputs.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';

const seconds = (max: number) => fc.integer({ min: 0, max }).map((value) => `${value}s`);

const outcome: fc.Arbitrary<z.input<typeof callOutcome>> = fc.oneof(
  fc.record({ fail: fc.constantFrom('refused', 'dns', 'reset', 'tls', 'hang'), after: seconds(60) }),
  fc.record({ status: fc.constantFrom(301, 404, 500, 503) }),
  fc.record({
    acceptAfter: seconds(40),
    respond: fc.array(
      fc.oneof(
        fc.record({
          after: seconds(900),
          outcome: fc.constantFrom('success', 'unsuccessful'),
          repeat: fc.integer({ min: 1, max: 3 }),
          data: fc.constantFrom({}, { poNumber: '4711' }),
        }),
        fc.record({ after: seconds(900), malformed: fc.constant(true as const) }),
        fc.record({ after: seconds(900), token: fc.constant('wrong' as const) }),
      ),
      { maxLength: 3 },
    ),
  }),
);

/** A file without steps: an API and an Action type with random settings, a manual one, two Cases and a Case type. */
export const definitions: fc.Arbitrary<ScenarioText> = fc
  .record({
    max: fc.integer({ min: 0, max: 6 }),
    first: fc.integer({ min: 1, max: 300 }),
    jitter: fc.constantFrom(0, 0.3),
    responseClock: fc.constantFrom('connection', 'launch'),
    calls: fc.array(outcome, { maxLength: 5 }),
    otherwise: outcome,
    responseWithin: fc.option(fc.integer({ min: 1, max: 900 })),
    due: fc.option(fc.integer({ min: 1, max: 3_000 })),
    autoCompleteOnTimeout: fc.boolean(),
    responseExpected: fc.boolean(),
    own: fc.option(fc.integer({ min: 0, max: 4 })),
    seed: fc.integer({ min: 1, max: 1_000 }),
  })
  .map(
    (given): ScenarioText => ({
      seed: given.seed,
      settings: {
        retry: { max: given.max, first: `${given.first}s`, jitter: given.jitter },
        responseClock: given.responseClock as 'connection' | 'launch',
      },
      queues: ['AP'],
      users: { dana: {}, omar: { queues: ['AP'] } },
      externalApis: {
        erp: { url: 'https://erp.example.test/x', calls: given.calls as never, otherwise: given.otherwise as never },
      },
      actionTypes: {
        post: {
          externalApi: 'erp',
          responseExpected: given.responseExpected,
          autoCompleteOnTimeout: given.autoCompleteOnTimeout,
          allocation: { queue: 'AP', user: 'omar' },
          ...(given.responseWithin === null ? {} : { responseWithin: `${given.responseWithin}s` }),
          ...(given.due === null ? {} : { due: `${given.due}s` }),
          ...(given.own === null ? {} : { retry: { max: given.own } }),
        },
        check: { manual: true, due: '10m', allocation: { queue: 'AP' } },
      },
      cases: { C1: { owner: 'dana', process: [['post', 'check'], 'post'] }, C2: { owner: 'dana', process: ['post'] } },
      caseTypes: { invoice: { owner: 'dana', process: ['post'] } },
    }),
  );

/** One thing that happens to a workspace. */
export type Act =
  | { readonly command: Command }
  | { readonly advance: number }
  | { readonly next: number }
  | { readonly answer: 'success' | 'unsuccessful' | 'malformed' | 'wrong'; readonly action: string };

const reference = fc.constantFrom('C1/post', 'C1/post/1', 'C1/check', 'C2/post', 'invoice-1/post', 'a1');
/** What people and settings may wish, legal or not. */
export const command: fc.Arbitrary<Command> = fc.oneof(
  reference.map((action): Command => ({ type: 'retry', action, by: 'dana' })),
  reference.map((action): Command => ({ type: 'take', action, by: 'omar' })),
  reference.map((action): Command => ({ type: 'unassign', action })),
  reference.map((action): Command => ({ type: 'complete', action, by: 'omar' })),
  reference.map((action): Command => ({ type: 'unable', action, by: 'omar', reason: 'no' })),
  reference.map((action): Command => ({ type: 'relaunch', action, by: 'dana' })),
  fc
    .tuple(fc.constantFrom('C1', 'C2'), fc.constantFrom('pause', 'resume', 'rework', 'cancel', 'setInProgress'))
    .map(([caseInstance, verb]): Command => ({ type: 'caseVerb', case: caseInstance, do: verb })),
  fc
    .integer({ min: 0, max: 8 })
    .map(
      (max): Command => ({ type: 'saveDefinition', definition: { section: 'settings', change: { retry: { max } } } }),
    ),
  fc.integer({ min: 0, max: 5 }).map(
    (max): Command => ({
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post', change: { retry: { max } } },
    }),
  ),
  fc.constant<Command>({
    type: 'saveDefinition',
    definition: { section: 'actionTypes', name: 'post', change: { retry: null } },
  }),
  fc
    .constantFrom('Up', 'As configured', 'Down', 'Silent')
    .map((to): Command => ({ type: 'switchApi', name: 'erp', to })),
  fc.boolean().map(
    (available): Command => ({
      type: 'saveDefinition',
      definition: { section: 'users', name: 'omar', change: { available } },
    }),
  ),
  fc.constant<Command>({ type: 'launchCase', case: 'C2' }),
  fc
    .option(fc.constantFrom('a1', 'a2'), { nil: undefined })
    .map((as): Command => ({ type: 'launchAction', case: 'C1', actionType: 'post', as })),
  outcome.map(
    (otherwise): Command => ({
      type: 'saveDefinition',
      definition: { section: 'externalApis', name: 'erp', change: { otherwise: z.decode(callOutcome, otherwise) } },
    }),
  ),
  fc.constant<Command>({
    type: 'saveDefinition',
    definition: { section: 'externalApis', name: 'erp', change: { url: 'https://other.example.test/' } },
  }),
  fc
    .integer({ min: 1, max: 3 })
    .map((count): Command => ({ type: 'launchCases', caseType: 'invoice', count, every: 20_000 })),
);
export const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: command.map((each) => ({ command: each })) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 900_000 }).map((advance) => ({ advance })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 }).map((next) => ({ next })) },
  {
    weight: 1,
    arbitrary: fc.record({
      answer: fc.constantFrom('success', 'unsuccessful', 'malformed', 'wrong'),
      action: reference,
    }),
  },
);
