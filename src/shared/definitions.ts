/**
 * What a workspace is configured with (S1–S5): settings, people, simulated External APIs, Action types, Cases. The same
 * schemas validate files, forms and the wire. `z.decode` turns a file's text into these values (durations become
 * milliseconds, defaults are filled in); `z.encode` gives the file's form back.
 */
import { z } from 'zod';
import { callOutcome, outage, randomBehaviour } from './api-behaviour.ts';
import { MINUTE_MS } from './duration.ts';
import { withoutDefaults } from './field.ts';
import { caseName, customData, name, positiveDuration, referencePart, share, wholeSeconds } from './field-kinds.ts';
import { API_SWITCHES, RESPONSE_CLOCKS } from './words.ts';

export type CustomData = z.output<typeof customData>;

// ── Retry pattern and system-wide settings (S1, S2, S4) ─────────────────────────────────────────────────────────────

/** The highest maximum the simulator takes (S1 [A]); the real product's slider ends at 10 [D]. */
const MAXIMUM_RETRIES_LIMIT = 100;
const PRODUCT_MAXIMUM_RETRIES = 10;

const MAXIMUM_EXPECTED = `expected a whole number from 0 to ${MAXIMUM_RETRIES_LIMIT}`;
const FACTOR_EXPECTED = 'expected a number from 1 to 1000';

/** S1, S2: defaults 5 retries, 1 min, × 2, cap 24 h, no jitter [A]. */
export const retryPattern = z
  .strictObject({
    max: z
      .int(MAXIMUM_EXPECTED)
      .min(0, MAXIMUM_EXPECTED)
      .max(MAXIMUM_RETRIES_LIMIT, MAXIMUM_EXPECTED)
      .meta({
        title: 'Maximum retries',
        description: 'The most retries after the first call. A change applies at once, to live Actions too.',
        vary: '1..8',
        rules: ['S1', 'R18', 'R19'],
        beyondProduct: (value) =>
          value > PRODUCT_MAXIMUM_RETRIES
            ? `Above ${PRODUCT_MAXIMUM_RETRIES}: beyond what the product's slider allows.`
            : null,
      })
      .prefault(5),
    first: positiveDuration
      .meta({
        title: 'First interval',
        description: 'The wait before the first retry.',
        vary: '1m..10m/1m',
        rules: ['S2'],
      })
      .prefault('1m'),
    factor: z
      .number(FACTOR_EXPECTED)
      .min(1, FACTOR_EXPECTED)
      .max(1000, FACTOR_EXPECTED)
      .meta({
        title: 'Factor',
        description: 'Each wait is this many times the one before.',
        unit: '×',
        vary: '1..3/0.5',
        rules: ['S2'],
      })
      .prefault(2),
    cap: positiveDuration
      .meta({
        title: 'Longest interval',
        description: 'No wait is longer than this.',
        vary: '10m..1h/10m',
        rules: ['S2'],
      })
      .prefault('24h'),
    jitter: share
      .meta({
        title: 'Jitter',
        description: 'Up to this share of each wait is added or taken off at random.',
        unit: '± %',
        vary: '0,0.2,0.5',
        rules: ['S2'],
      })
      .prefault(0),
  })
  .meta({
    id: 'RetryPattern',
    description: 'How often a failed call is retried, and how long each wait is. Keys left out take their defaults.',
  });
export type RetryPattern = z.output<typeof retryPattern>;
export const RETRY_DEFAULTS: RetryPattern = z.decode(retryPattern, {});

export const retryPatternChange = z
  .strictObject(withoutDefaults(retryPattern.shape))
  .partial()
  .meta({ id: 'RetryPatternChange', description: 'Parts of a retry pattern to change.' });

export const settings = z
  .strictObject({
    retry: retryPattern.describe('The system-wide retry pattern.').prefault({}),
    responseClock: z
      .enum(RESPONSE_CLOCKS)
      .meta({
        title: 'Response clock starts',
        description: 'From then on, an Action waits for its response as long as its type allows.',
        choices: {
          connection: { label: 'When the call connects' },
          launch: { label: 'At launch', help: 'Retries count too: they end when it runs out.' },
        },
        vary: 'connection,launch',
        rules: ['R35'],
      })
      .prefault('connection'),
    callTimeout: positiveDuration
      .meta({
        title: 'Call timeout',
        description: 'A call with no reply within this time has failed to connect.',
        vary: '5s,30s,1m',
        rules: ['S4'],
      })
      .prefault('30s'),
  })
  .meta({ id: 'Settings', description: 'The system-wide settings.' });
export type Settings = z.output<typeof settings>;

export const settingsChange = z
  .strictObject({
    ...withoutDefaults(settings.shape),
    retry: retryPatternChange.describe('The system-wide retry pattern.'),
  })
  .partial()
  .meta({ id: 'SettingsChange', title: 'System-wide settings', description: 'Saves system-wide settings.' });
export type SettingsChange = z.output<typeof settingsChange>;

// ── People (S5) ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const user = z
  .strictObject({
    available: z
      .boolean()
      .meta({ title: 'Available', description: 'Unavailable people get no new work.' })
      .prefault(true),
    queues: z
      .array(name)
      .meta({
        title: 'Queues',
        description: 'The queues they work on. Anybody can take any Action; this decides who is suggested first.',
      })
      .prefault([]),
  })
  .meta({ id: 'User', description: 'A person.' });
export type User = z.output<typeof user>;
export const userChange = z.strictObject(withoutDefaults(user.shape)).partial();
export type UserChange = z.output<typeof userChange>;

// ── External APIs ───────────────────────────────────────────────────────────────────────────────────────────────────

const HTTP_URL = 'expected an http or https URL such as https://erp.example.test/invoices';
export const apiUrl = z
  .url({ protocol: /^https?$/, error: HTTP_URL })
  .meta({ id: 'ApiUrl', title: 'URL', description: 'An http or https URL.' });

export const SCRIPTED_OR_RANDOM = 'expected calls and otherwise, or random, not both';
export function scriptedOrRandom(api: { calls?: unknown; otherwise?: unknown; random?: unknown }): boolean {
  return api.random === undefined || (api.calls === undefined && api.otherwise === undefined);
}

const url = apiUrl.describe('Where calls go. Nothing leaves the machine: the simulator replies.');
const behaviour = z
  .strictObject({
    calls: z.array(callOutcome).describe('What happens to an Action’s 1st call, 2nd call, …'),
    otherwise: callOutcome.describe('What happens to every later call; by default it is accepted, with no response.'),
    random: randomBehaviour.describe('What happens to calls, drawn at random; used instead of calls and otherwise.'),
    outages: z.array(outage).describe('Windows in which every call fails; they override everything else.'),
  })
  .partial().shape;

export const externalApi = z
  .strictObject({ url, ...behaviour })
  .refine(scriptedOrRandom, SCRIPTED_OR_RANDOM)
  .meta({ id: 'ExternalApi', description: 'A simulated External API.' });
export type ExternalApi = z.output<typeof externalApi>;
export const externalApiChange = z
  .strictObject({ url: url.optional(), ...behaviour })
  .refine(scriptedOrRandom, SCRIPTED_OR_RANDOM);
export type ExternalApiChange = z.output<typeof externalApiChange>;
export const apiSwitch = z.enum(API_SWITCHES);

// ── Action types (S3) ───────────────────────────────────────────────────────────────────────────────────────────────

/** R41: the queue is always set where the rule names one; the user if available, else the secondary user. */
export const allocation = z
  .strictObject({
    queue: name.meta({ title: 'Queue', description: 'The queue it waits in.', blank: 'No queue' }),
    user: name.meta({ title: 'User', description: 'Who gets it, if available.', blank: 'Nobody' }),
    secondaryUser: name.meta({
      title: 'Secondary user',
      description: 'Who gets it otherwise, if available.',
      blank: 'Nobody',
    }),
  })
  .partial()
  .meta({ id: 'Allocation', description: 'Who gets an Action that needs a person.' });
export type Allocation = z.output<typeof allocation>;

const actionTypeFields = {
  title: name.meta({ title: 'Title', description: 'What people see.', blank: 'its name' }),
  externalApi: name.meta({ title: 'External API', description: 'The External API it calls.' }),
  send: z
    .array(name)
    .meta({ title: 'Fields', description: 'The custom data fields that go out; all of them if left out.' }),
  responseExpected: z.boolean().meta({
    title: 'Response expected',
    description: 'Whether the Action waits for a response after its call is accepted.',
    vary: 'true,false',
    rules: ['R4', 'R5'],
  }),
  responseWithin: wholeSeconds.meta({
    title: 'Response expected within',
    description: 'With no response within this time, it goes to a person: To Do, with the reason Timeout.',
    blank: 'no limit',
    vary: '10m..1h/10m',
    rules: ['R32', 'R38'],
    beyondProduct: (value) => (value % MINUTE_MS === 0 ? null : "Finer than the product's minutes."),
  }),
  due: positiveDuration.meta({
    title: 'Due date',
    description: 'Counted from launch.',
    blank: 'none',
    vary: '1h,4h,8h',
    rules: ['R33', 'R36'],
  }),
  autoCompleteOnTimeout: z.boolean().meta({
    title: 'Auto-complete on timeout',
    description: 'Whether it closes by itself when due.',
    vary: 'true,false',
    rules: ['R33'],
  }),
  allocation: allocation.meta({ description: 'Who gets it when it needs a person.', rules: ['R41'] }),
};
const OWN_PATTERN = 'Its own retry pattern; if left out, it follows the settings.';

export const actionType = z
  .strictObject({
    title: actionTypeFields.title.optional(),
    externalApi: actionTypeFields.externalApi.optional(),
    manual: z.boolean().describe('true: a person does it; instead of externalApi.').optional(),
    send: actionTypeFields.send.optional(),
    responseExpected: actionTypeFields.responseExpected.prefault(true),
    responseWithin: actionTypeFields.responseWithin.optional(),
    due: actionTypeFields.due.optional(),
    autoCompleteOnTimeout: actionTypeFields.autoCompleteOnTimeout.prefault(false),
    allocation: actionTypeFields.allocation.optional(),
    retry: retryPattern.meta({ description: OWN_PATTERN, rules: ['S3'] }).optional(),
  })
  .refine(
    (type) => (type.manual === true) !== (type.externalApi !== undefined),
    'expected either externalApi or manual: true',
  )
  .meta({ id: 'ActionType', description: 'What an Action does: it calls an External API, or is manual.' });
export type ActionType = z.output<typeof actionType>;

/** What a save may change; `null` blanks an optional setting. */
export const actionTypeChange = z
  .strictObject({
    ...actionTypeFields,
    send: actionTypeFields.send.nullable(),
    responseWithin: actionTypeFields.responseWithin.nullable(),
    due: actionTypeFields.due.nullable(),
    allocation: actionTypeFields.allocation.nullable(),
    retry: retryPatternChange.describe(OWN_PATTERN).nullable(),
  })
  .partial();
export type ActionTypeChange = z.output<typeof actionTypeChange>;
export type ActionTypeChangeText = z.input<typeof actionTypeChange>;

// ── Cases ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Action types in order; an inner list starts its members together. */
const process = z
  .array(z.union([name, z.array(name).min(1, 'expected at least one Action type')]))
  .meta({ id: 'Process', description: 'The steps of a Case, in order.' });

export const caseType = z
  .strictObject({
    owner: name.meta({
      title: 'Owner',
      description: 'The Case owner, who is told when an Action cannot be completed.',
      blank: 'Nobody yet',
    }),
    data: customData.describe('Custom data, by field.'),
    process: process.describe('Action types in order; an inner list starts its members together.'),
  })
  .partial()
  .meta({ id: 'CaseType', description: 'What Cases have in common.' });
export type CaseType = z.output<typeof caseType>;

const caseDefinition = z
  .strictObject({ type: name.describe('The Case type that supplies the rest.').optional(), ...caseType.shape })
  .meta({ id: 'Case', description: 'A Case. Its own keys win over its type’s; data is merged.' });
export type CaseDefinition = z.output<typeof caseDefinition>;

/** Everything a file defines before its steps. Order of keys is creation order (R37). */
export const definitions = z.strictObject({
  settings: settings.describe('Settings that apply to all Actions.').prefault({}),
  queues: z.array(name).describe('The queues of the Work Manager.').prefault([]),
  users: z.record(name, user).describe('People by name.').prefault({}),
  externalApis: z.record(name, externalApi).describe('Simulated External APIs by name.').prefault({}),
  actionTypes: z.record(referencePart, actionType).describe('Action types by name.').prefault({}),
  caseTypes: z.record(referencePart, caseType).describe('What Cases have in common, by name.').prefault({}),
  cases: z
    .record(caseName, caseDefinition)
    .describe('Cases by reference; each takes anything it leaves out from its type.')
    .prefault({}),
});
export type Definitions = z.output<typeof definitions>;
