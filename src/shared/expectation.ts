/** What a scenario may expect: one subject, and any of its fields (scenario-format.md). */
import { z } from 'zod';
import { caseName, customData, instant, jsonValue, name } from './field-kinds.ts';
import { PHASES, STATUSES } from './words.ts';

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

const text = z.string().nullable();
const status = z.enum(STATUSES).nullable().describe('What people see.');
const reason = text.describe('Why it has its status.');
const data = customData.describe('Custom data of the Case; a part of it is enough.');
const howMany = count.describe('How many.').optional();
const references = (what: string, of: z.ZodType<string>) =>
  z
    .union([z.array(of), count])
    .describe(what)
    .optional();

const errorBar = z
  .strictObject({
    occurredAt: instant.nullable().describe('When the latest failure happened.'),
    nextRetryAt: instant.nullable().describe('When the next automatic retry will be.'),
    retries: count.describe('How many retries were made.'),
    max: count.describe('The most there will be.'),
    canRetry: z.boolean().describe('Whether Retry can be clicked.'),
    message: text.describe('A part of its text.'),
  })
  .partial();

const expectAction = z.strictObject({
  action,
  ...z
    .strictObject({
      status,
      phase: z.enum(PHASES).nullable().describe('What the engine is doing.'),
      reason,
      resolutionMethod: text.describe('How it was closed.'),
      rejectedReason: text.describe('Why the external system said no.'),
      retries: z
        .string()
        .regex(/^\d+\/\d+$/, 'expected retries as "4/7"')
        .describe('Retries made, out of the most there will be: "4/7".'),
      calls: count.describe('How many calls were made.'),
      assignee: text.describe('The user who has it.'),
      queue: text.describe('The queue it is in.'),
      owner: text.describe('The Case owner, while the Action waits.'),
      overdue: z.boolean().describe('Whether its due date has passed.'),
      errorBar: errorBar.nullable().describe('What shows after a connection failure; null if no bar is shown.'),
      data,
      timeline: z
        .array(z.string().min(1, 'expected a kind of entry, or a part of its text'))
        .describe('Entries that occur in this order, each given by kind or part of its text.'),
    })
    .partial().shape,
});

const expectCase = z.strictObject({
  case: caseRef,
  ...z
    .strictObject({
      status,
      needsAttention: z.boolean().describe('Whether the owner must act.'),
      reason,
      problemAction: actionReference.nullable().describe('The Action that needs attention.'),
      paused: z.boolean().describe('Whether it is paused.'),
      data,
      actions: count.describe('How many Actions it has.'),
    })
    .partial().shape,
});

const expectNotifications = z.strictObject({
  notifications: name.describe('The user whose notifications are checked.'),
  count: howMany,
  kinds: z.array(z.string()).describe('Their kinds, oldest first.').optional(),
  last: z
    .strictObject({
      kind: z.string().describe('Its kind.'),
      action: actionReference.describe('The Action it names.'),
      case: caseName.describe('The Case it names.'),
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

const expectExternalApi = z.strictObject({
  externalApi: name.describe('The External API.'),
  calls: count.describe('How many calls it got.').optional(),
  lastRequest: z
    .strictObject({ body: jsonValue.describe('Its body; a part of it is enough.').optional() })
    .nullable()
    .describe('The last call.')
    .optional(),
});

const expectClock = z.strictObject({
  clock: z
    .strictObject({
      now: instant.describe('What time it is.').optional(),
      scheduled: count.describe('How many events are scheduled.').optional(),
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
};

/** One subject and any of its fields; what is left out is not checked; `null` means absent. */
export const expectation = z
  .union(Object.values(expectationSchemas) as [(typeof expectationSchemas)[keyof typeof expectationSchemas]])
  .meta({
    id: 'Expectation',
    description: 'One subject and any of its fields. Fields left out are not checked; null means absent.',
  });
export type Expectation = z.output<typeof expectation>;
