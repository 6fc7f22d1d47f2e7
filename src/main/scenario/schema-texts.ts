/**
 * What editors show beside the keys of a scenario file. One block for each definition of the JSON Schema; a key is the path of
 * a property in it, through nested maps, lists and alternatives alike.
 */
export interface SchemaText {
  readonly description: string;
  readonly properties?: Readonly<Record<string, string>>;
}

const ACTION = 'The Action: its alias, or CASE/actionType for the newest copy.';
const REFUSED = 'true demands that the rules refuse the step, false that they do not.';
const BY = 'The user who does it.';
const REASON = 'Why, in words for people.';

/** The steps that act on one Action for a user. */
const onAction = (verb: string): Record<string, string> => ({ [`${verb}.action`]: ACTION, [`${verb}.by`]: BY });

const ANSWER = {
  outcome: 'Whether the external system succeeded.',
  reason: 'Why not; shown as Rejected Reason.',
  data: 'Custom data written to the Case.',
  malformed: 'true sends a body that cannot be read.',
  token: 'wrong sends it to an address that is not the Action’s.',
};

const RETRY_PATTERN = {
  max: 'How many retries follow the first call at most. Above 10 is more than the product’s slider allows. Default 5.',
  first: 'The wait before the first retry. Default 1m.',
  factor: 'Each wait is so many times the one before. Default 2.',
  cap: 'No wait is longer. Default 24h.',
  jitter: 'Up to this share of a wait is added or taken off at random. Default 0.',
};

const SETTINGS = {
  retry: 'The system-wide retry pattern.',
  responseClock:
    'When “response expected within” starts to count. Default connection. From launch it ends calls and retries too.',
  callTimeout: 'A call without an answer for so long has failed. Default 30s.',
};

const USER = {
  available: 'Whether work is pushed to them. Default true.',
  queues: 'The queues they work.',
};

const EXTERNAL_API = {
  url: 'Where calls go. Nothing leaves the machine: the simulator answers.',
  calls: 'What happens to an Action’s 1st call, 2nd call, …',
  otherwise: 'What happens to every call after those; accepted without a response by default.',
  random: 'What happens to calls, drawn at random; instead of calls and otherwise.',
  outages: 'Windows in which every call fails; they lie over everything else.',
};

const ACTION_TYPE = {
  title: 'What people see; by default its name.',
  externalApi: 'The external API it calls.',
  send: 'The custom data fields that go out.',
  responseExpected: 'Whether the Action waits for a response once its call is accepted. Default true.',
  responseWithin: 'No response for so long: To Do, with the reason Timeout. Left out: no limit.',
  due: 'When it is due, counted from launch. Left out: never.',
  autoCompleteOnTimeout: 'Whether it closes by itself when due. Default false.',
  allocation: 'Who gets it when people must see to it.',
  retry: 'Its own retry pattern; without it, it follows the settings.',
};

const ALLOCATION = {
  queue: 'The queue it waits in.',
  user: 'Who gets it, if available.',
  secondaryUser: 'Who gets it otherwise, if available.',
};

const CASE_TYPE = {
  owner: 'The Case owner, who is told when an Action cannot be completed.',
  data: 'Custom data, by field.',
  process: 'Action types in order; an inner list starts its members together.',
};

const under = (path: string, texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${path}.${key}`, text]));

/** Every definition by its name; `Scenario` is the file itself. */
export const SCHEMA_TEXTS = {
  Scenario: {
    description: 'A Trigger Lab scenario: settings, people, external APIs and Cases, then steps that act and expect.',
    properties: {
      title: 'What it shows.',
      start: 'Virtual time zero, ISO 8601 with a zone.',
      seed: 'Of the random streams. Default 1.',
      settings: 'Settings that hold for all Actions.',
      queues: 'The queues of the Work Manager.',
      users: 'People by name.',
      externalApis: 'Simulated external APIs by name.',
      actionTypes: 'Action types by name.',
      caseTypes: 'What Cases have in common, by name.',
      cases: 'Cases by reference; each takes what it leaves out from its type.',
      steps: 'What happens, in order.',
    },
  },
  Duration: { description: 'A duration: 250ms, 30s, 5m, 1h30m, 2d.' },
  PositiveDuration: { description: 'A duration longer than 0s: 250ms, 30s, 5m, 1h30m, 2d.' },
  SecondsOrMore: { description: 'A duration of at least 1s: 30s, 5m, 1h30m, 2d.' },
  Instant: { description: 'An instant: +31m since the scenario’s start, or ISO 8601 with a zone.' },
  Name: { description: 'A name; one made of digits stands in quotes.' },
  ReferenceName: { description: 'A name without "/"; one made of digits stands in quotes.' },
  CaseName: { description: 'The name of a Case, without "/"; of one launched as one of many it ends in its number.' },
  Share: { description: 'A part of a whole: 0.15 is 15 %.' },
  JsonValue: { description: 'Any JSON.' },
  CustomData: { description: 'Custom data by field: any JSON.' },
  ApiUrl: { description: 'An http or https URL.' },
  FailingStatus: { description: 'A final HTTP status outside 2xx.' },
  RetryPattern: {
    description: 'How often, and after which waits, a failed call is made again. A key left out takes its default.',
    properties: RETRY_PATTERN,
  },
  RetryPatternChange: { description: 'Parts of a retry pattern to change.', properties: RETRY_PATTERN },
  Settings: { description: 'Settings that hold for all Actions.', properties: SETTINGS },
  SettingsChange: { description: 'Saves system-wide settings.', properties: SETTINGS },
  User: { description: 'A person.', properties: USER },
  ApiResponse: {
    description: 'One answer to the Action’s callback URL.',
    properties: {
      ...ANSWER,
      after: 'Counted from the acceptance. Default 0s.',
      repeat: 'How often it is sent. Default 1.',
    },
  },
  CallOutcome: {
    description: 'What an external API does with one call: fail, answer with a status outside 2xx, or accept it.',
    properties: {
      fail: 'How the connection fails; hang gives no answer until the call timeout.',
      status: 'The HTTP status outside 2xx.',
      after: 'How long the failure takes. Default 0s.',
      retryAfter: 'Its Retry-After header; shown, not followed.',
      accept: 'Accepts the call (the default).',
      acceptAfter: 'How long the acceptance takes. Default 0s.',
      acceptStatus: 'The HTTP status of the acceptance. Default 200.',
      respond: 'What it answers later, once or more; without it the API never answers.',
    },
  },
  Distribution: {
    description: 'A duration, or a distribution it is drawn from.',
    properties: {
      uniform: 'Evenly between the shortest and the longest.',
      normal: 'Around a mean; cut at 0.',
      'normal.mean': 'The mean.',
      'normal.sd': 'The standard deviation.',
      exponential: 'Memoryless, with a mean.',
      'exponential.mean': 'The mean.',
      lognormal: 'Mostly short, sometimes very long.',
      'lognormal.median': 'Half are shorter.',
      'lognormal.p95': '95 of 100 are shorter; at least the median.',
      empirical: 'One of those listed.',
    },
  },
  RandomBehaviour: {
    description: 'What an external API does with calls, drawn at random from the scenario’s seed.',
    properties: {
      failRate: 'The share of calls that fail to connect. Default 0.',
      fail: 'How they fail: weights of refused, dns, reset, tls, hang or an HTTP status outside 2xx.',
      acceptAfter: 'How long an acceptance takes. Default 0s.',
      noResponseRate: 'The share of accepted calls that are never answered. Default 0.',
      successRate: 'The share of successes among the responses that come. Default 1.',
      responseAfter: 'How long after the acceptance a response comes. Default 0s.',
      reasons: 'Weights of the reasons of unsuccessful responses.',
    },
  },
  Outage: {
    description: 'A window in which every call fails: from ≤ t < from + for.',
    properties: {
      from: 'When it begins.',
      for: 'How long it lasts.',
      fail: 'How calls fail. Default refused.',
      status: 'The HTTP status outside 2xx; instead of fail.',
      after: 'How long the failure takes. Default 0s.',
      retryAfter: 'Its Retry-After header; shown, not followed.',
    },
  },
  ExternalApi: { description: 'A simulated external API.', properties: EXTERNAL_API },
  Allocation: { description: 'Who gets an Action that people must see to.', properties: ALLOCATION },
  ActionType: {
    description: 'What an Action does: it calls an external API, or is manual.',
    properties: { ...ACTION_TYPE, manual: 'true: a person does it; instead of externalApi.' },
  },
  Process: { description: 'Action types in order; an inner list starts its members together.' },
  CaseType: { description: 'What Cases have in common.', properties: CASE_TYPE },
  Case: {
    description: 'A Case. Its own keys win over its type’s; data is merged.',
    properties: { ...CASE_TYPE, type: 'The Case type it takes the rest from.' },
  },
  ActionReference: { description: 'An alias (as), or CASE/actionType for the newest copy, or CASE/actionType/2.' },
  Expectation: {
    description: 'One subject and any of its fields; what is left out is not checked, null means absent.',
    properties: {
      action: ACTION,
      case: 'The Case.',
      notifications: 'The user whose notifications are meant.',
      inbox: 'The user whose inbox is meant.',
      queue: 'The queue that is meant, or in which an Action is.',
      externalApi: 'The external API.',
      clock: 'Virtual time.',
      status: 'What people see.',
      phase: 'What the engine is doing.',
      reason: 'Why it has its status.',
      resolutionMethod: 'How it was closed.',
      rejectedReason: 'Why the external system said no.',
      retries: 'Retries made of retries there will be at most: "4/7".',
      calls: 'How many calls were made.',
      assignee: 'The user who has it.',
      owner: 'The Case owner, while the Action waits.',
      overdue: 'Whether its due date has passed.',
      errorBar: 'What shows after a connection failure; null where no bar shows.',
      'errorBar.occurredAt': 'When the latest failure was.',
      'errorBar.nextRetryAt': 'When the next automatic retry will be.',
      'errorBar.retries': 'How many retries were made.',
      'errorBar.max': 'How many there will be at most.',
      'errorBar.canRetry': 'Whether Retry may be clicked.',
      'errorBar.message': 'A part of its text.',
      data: 'Custom data of the Case; a part of it is enough.',
      timeline: 'Entries that occur in this order, by kind or by a part of their text.',
      needsAttention: 'Whether the owner must act.',
      problemAction: 'The Action that needs attention.',
      paused: 'Whether it is paused.',
      actions: 'Which Actions, or how many.',
      count: 'How many.',
      kinds: 'Of which kinds, oldest first.',
      last: 'The newest.',
      'last.kind': 'Its kind.',
      'last.action': 'The Action it names.',
      'last.case': 'The Case it names.',
      cases: 'Which Cases, or how many.',
      lastRequest: 'The last call.',
      'lastRequest.body': 'Its body; a part of it is enough.',
      'clock.now': 'What time it is.',
      'clock.scheduled': 'How many events wait.',
    },
  },
  LaunchStep: {
    description: 'Starts a Case’s process, an ad-hoc Action in a Case, or new Cases of a type.',
    properties: {
      launch: 'case; or case and actionType; or caseType with count and every.',
      'launch.case': 'The Case.',
      'launch.actionType': 'The type of an ad-hoc Action in it.',
      'launch.as': 'The Action’s alias, or what the new Cases are called before their number.',
      'launch.caseType': 'The type of new Cases.',
      'launch.count': 'How many. Default 1.',
      'launch.every': 'How long after one the next is launched. Left out: all now.',
      refused: REFUSED,
    },
  },
  RetryStep: { description: 'Clicks Retry.', properties: { ...onAction('retry'), refused: REFUSED } },
  SetStep: {
    description: 'Saves settings, as Builder would.',
    properties: {
      set: 'System-wide settings, or an Action type, external API or user by name with what changes; null blanks.',
      ...under('set', { ...EXTERNAL_API, ...ACTION_TYPE, ...USER }),
      'set.actionType': 'The Action type to change.',
      'set.externalApi': 'The external API to change; beside actionType, the one it calls from now on.',
      'set.user': 'The user to change.',
      refused: REFUSED,
    },
  },
  RespondStep: {
    description: 'The external system answers now.',
    properties: { 'respond.action': ACTION, ...under('respond', ANSWER), refused: REFUSED },
  },
  TakeStep: { description: 'A person starts on an Action.', properties: { ...onAction('take'), refused: REFUSED } },
  UnassignStep: {
    description: 'Gives an Action back to its queue.',
    properties: { 'unassign.action': ACTION, refused: REFUSED },
  },
  ResolveStep: {
    description: 'A person finishes an Action.',
    properties: {
      ...onAction('resolve'),
      'resolve.as': 'complete, or unable to be completed.',
      'resolve.reason': REASON,
      refused: REFUSED,
    },
  },
  CaseStep: {
    description: 'What the Case owner can do with a Case.',
    properties: { 'case.case': 'The Case.', 'case.do': 'What is done with it.', refused: REFUSED },
  },
  RelaunchStep: {
    description: 'Starts a fresh copy of an Action.',
    properties: { ...onAction('relaunch'), refused: REFUSED },
  },
  AdvanceStep: {
    description: 'Moves virtual time; everything due on the way happens in order.',
    properties: {
      advance: 'By a duration, to an instant, or until nothing is scheduled.',
      'advance.to': 'Until when.',
      'advance.until': 'idle: until nothing is scheduled.',
    },
  },
  NextStep: { description: 'Moves to the next scheduled event.', properties: { next: 'How many times.' } },
  SayStep: { description: 'Narration; the player shows it.', properties: { say: 'The text.' } },
  RestartStep: { description: 'The app is closed and opened again on what it stored.' },
  ExpectStep: { description: 'What must hold now.' },
} as const satisfies Record<string, SchemaText>;

export type DefinitionName = keyof typeof SCHEMA_TEXTS;
