/** What a scenario may expect: one subject, and any of its fields (scenario-format.md). */
import { z } from 'zod';
import { compared, matched, ordered } from './comparison.ts';
import { caseName, customData, instant, jsonValue, name } from './field-kinds.ts';
import { CASE_NEEDS_ATTENTION, PHASES, REASONS, RESOLUTION_METHODS, STATUSES } from './words.ts';

/** An alias (`as`), or `CASE/actionType` for the newest copy, or `CASE/actionType/2` for the second. */
const actionReference = z
  .string()
  .regex(/^[^/]+(?:\/[^/]+(?:\/\d+)?)?$/, 'expected an alias or CASE/actionType')
  .meta({
    id: 'ActionReference',
    description: 'An alias (as), or CASE/actionType for the newest copy, or CASE/actionType/2.',
  });

const COUNT_EXPECTED = 'expected a whole number of at least 0';
const count = z.int(COUNT_EXPECTED).min(0, COUNT_EXPECTED);
export const action = actionReference.describe('The Action: its alias, or CASE/actionType for the newest copy.');
export const caseRef = caseName.describe('The Case.');

const text = matched('ExpectedText', z.string().nullable());
const counted = ordered('ExpectedCount', count);
const moment = ordered('ExpectedInstant', instant);
const momentOrNone = ordered('ExpectedInstantOrNone', instant.nullable());
const expectedAction = matched('ExpectedAction', actionReference.nullable());
const expectedCase = matched('ExpectedCase', caseName);
const expectedName = compared('ExpectedName', name);
const flag = compared('ExpectedFlag', z.boolean());
const status = matched('ExpectedStatus', z.enum(STATUSES).nullable()).describe('What people see.');
const reason = matched('ExpectedReason', z.enum(REASONS).nullable()).describe('Why it has its status.');
const resolutionMethod = matched('ExpectedResolutionMethod', z.enum(RESOLUTION_METHODS).nullable()).describe(
  'How it was closed.',
);
const data = customData.describe('Custom data of the Case; a part of it is enough.');
const kind = z.literal(CASE_NEEDS_ATTENTION);
const howMany = counted.describe('How many.').optional();
const references = (what: string, of: z.ZodType<string>) =>
  z
    .union([z.array(of), counted])
    .describe(what)
    .optional();

const errorBar = z
  .strictObject({
    occurredAt: momentOrNone.describe('When the latest failure happened.'),
    nextRetryAt: momentOrNone.describe('When the next automatic retry will be.'),
    retries: counted.describe('How many retries were made.'),
    max: counted.describe('The most there will be.'),
    canRetry: flag.describe('Whether Retry can be clicked.'),
    message: text.describe('A part of its text.'),
  })
  .partial();

/** What is said of one Action, or of each of many. */
const ofAction = {
  status,
  phase: matched('ExpectedPhase', z.enum(PHASES).nullable()).describe('What the engine is doing.'),
  reason,
  resolutionMethod,
  rejectedReason: text.describe('Why the external system said no.'),
  retries: matched('ExpectedRetries', z.string().regex(/^\d+\/\d+$/, 'expected retries as "4/7"')).meta({
    description: 'Retries made, out of the most there will be: "4/7".',
    rules: ['R11', 'R18'],
  }),
  calls: counted.describe('How many calls were made.'),
  assignee: text.meta({ description: 'The user who has it.', rules: ['R40', 'R41'] }),
  queue: text.meta({ description: 'The queue it is in.', rules: ['R40', 'R41'] }),
  owner: text.describe('The Case owner, while the Action waits.'),
  overdue: flag.meta({ description: 'Whether its due date has passed.', rules: ['R33'] }),
};

const expectAction = z.strictObject({
  action,
  ...z
    .strictObject({
      ...ofAction,
      errorBar: errorBar
        .nullable()
        .meta({ description: 'What shows after a connection failure; null if no bar is shown.', rules: ['R8', 'R10'] }),
      data,
      timeline: z
        .array(z.string().min(1, 'expected a kind of entry, or a part of its text'))
        .describe('Entries that occur in this order, each given by kind or part of its text.'),
    })
    .partial().shape,
});

/** What is said of one Case, or of each of many. */
const ofCase = {
  status,
  needsAttention: flag.meta({ description: 'Whether the owner must act.', rules: ['R44'] }),
  reason,
  problemAction: expectedAction.describe('The Action that needs attention.'),
  paused: flag.meta({ description: 'Whether it is paused.', rules: ['R48'] }),
  data,
  actions: counted.describe('How many Actions it has.'),
};

const expectCase = z.strictObject({ case: caseRef, ...z.strictObject(ofCase).partial().shape });

/** Of which type something is, by the names that the file defines. */
const typeName = (what: string) => expectedName.describe(what);

const expectActions = z.strictObject({
  actions: z
    .strictObject({
      case: expectedCase.describe('The Case they are in.'),
      caseType: typeName('The type of the Case they are in.'),
      actionType: typeName('Their type.'),
      ...ofAction,
      data,
    })
    .partial()
    .describe('Which Actions: all of which this holds.'),
  count: howMany,
});

const expectCases = z.strictObject({
  cases: z
    .strictObject({
      caseType: typeName('Their type.'),
      owner: expectedName.describe('Their owner.'),
      ...ofCase,
    })
    .partial()
    .describe('Which Cases: all of which this holds.'),
  count: howMany,
});

const expectNotifications = z.strictObject({
  notifications: name.describe('The user whose notifications are checked.'),
  count: howMany,
  kinds: z.array(kind).describe('Their kinds, oldest first.').optional(),
  last: z
    .strictObject({
      kind: compared('ExpectedKind', kind).describe('Its kind.'),
      action: expectedAction.describe('The Action it names.'),
      case: expectedCase.describe('The Case it names.'),
    })
    .partial()
    .nullable()
    .describe('The newest.')
    .optional(),
});

const expectInbox = z.strictObject({
  inbox: name.describe('The user whose inbox is checked.'),
  cases: references('Which Cases, or how many.', caseName),
  actions: references('Which Actions, or how many.', actionReference),
});

const expectQueue = z.strictObject({
  queue: name.describe('The queue to check.'),
  actions: references('Which Actions, or how many.', actionReference),
});

const request = z
  .strictObject({
    at: moment.describe('When it was sent.'),
    action: action.describe('The Action that sent it.'),
    body: jsonValue.describe('Its body; a part of it is enough.'),
  })
  .partial();

const expectExternalApi = z.strictObject({
  externalApi: name.describe('The External API.'),
  calls: counted.describe('How many calls it got.').optional(),
  lastRequest: z
    .strictObject({ body: jsonValue.describe('Its body; a part of it is enough.').optional() })
    .nullable()
    .describe('The last call.')
    .optional(),
  requests: z.array(request).describe('Requests that it got in this order; others may be between them.').optional(),
});

const expectClock = z.strictObject({
  clock: z
    .strictObject({
      now: moment.describe('What time it is.').optional(),
      scheduled: counted.describe('How many events are scheduled.').optional(),
    })
    .describe('Virtual time.'),
});

/** Every expectation by its subject. What has two subjects, as `action` and `queue`, is about the first of them here. */
export const expectationSchemas = {
  action: expectAction.meta({ title: 'An Action' }),
  case: expectCase.meta({ title: 'A Case' }),
  notifications: expectNotifications.meta({ title: 'Notifications' }),
  inbox: expectInbox.meta({ title: 'An inbox' }),
  queue: expectQueue.meta({ title: 'A queue' }),
  externalApi: expectExternalApi.meta({ title: 'An External API' }),
  clock: expectClock.meta({ title: 'The clock' }),
  actions: expectActions.meta({ title: 'Actions' }),
  cases: expectCases.meta({ title: 'Cases' }),
};

/** One subject and any of its fields; what is left out is not checked; `null` means absent. */
export const expectation = z
  .union(Object.values(expectationSchemas) as [(typeof expectationSchemas)[keyof typeof expectationSchemas]])
  .meta({
    id: 'Expectation',
    description: 'One subject and any of its fields. Fields left out are not checked; null means absent.',
  });
export type Expectation = z.output<typeof expectation>;
