/** The rules of behaviour.md, each in one plain sentence: *Why?* cites them, *Help* lists them. */

const CHAPTERS = {
  Settings: {
    S1: 'The retry pattern is system-wide: a maximum of 0 to 100, 5 by default. The real product’s slider ends at 10.',
    S2: 'The first retry waits for the first interval, each later one for the wait before it times the factor, never longer than the longest interval; a jitter then moves the wait at random.',
    S3: 'An Action type may have a retry pattern of its own; otherwise it follows the system-wide one.',
    S4: 'A call with no answer within the call timeout has failed.',
    S5: 'A person has a name, is available or not, and works queues; a Case has an owner and custom data.',
  },
  'Launch and connection': {
    R1: 'When the Case reaches an API Action, it is created and called at once; no person is involved.',
    R2: 'The first call is not a retry: a maximum of 5 means at most 6 calls.',
    R3: 'A call is a POST with the Action, its custom data and the address for the response.',
    R4: 'A connected Action that expects a response waits for it; the error bar is gone.',
    R5: 'A connected Action that expects no response is closed as Done Successfully.',
    R6: 'A failure to connect schedules a retry as long as fewer retries were made than the maximum.',
    R7: 'Refused, name not found, reset, TLS error, no answer in time and any status outside 2xx are failures to connect.',
  },
  'Error bar': {
    R8: 'After a failure to connect the error bar says when it happened, when the next retry is, how many retries were made and how many there will be at most; it has a Retry button.',
    R9: 'The time is that of the latest failure. While a call is in flight it says Retrying now; once closed, No further automatic retries.',
    R10: 'The bar stays on an Action that closed because it could not connect; otherwise it goes as soon as the Action moves on.',
  },
  'Counting retries': {
    R11: 'A retry counts from the moment it starts; a manual retry counts like an automatic one.',
    R12: 'A manual retry replaces the pending automatic one; after it, the wait counts from its own failure.',
    R13: 'There is one call at a time: Retry is refused while a call is in flight.',
    R14: 'A failure with no retries left closes the Action as Not Done Successfully and tells the Case owner.',
    R15: 'A closed Action is never retried or reopened.',
    R16: 'With a maximum of 0 the first failure closes the Action.',
    R17: 'The count of an Action never restarts; a copy made by relaunch or rework counts from 0.',
  },
  'Changing the maximum': {
    R18: 'The maximum shown becomes the saved one if that is more than the retries made; otherwise it stays.',
    R19: 'An Action with a retry pending closes if it has made as many retries as the saved maximum, or more.',
    R20: 'For example, at 4 of 10: a new maximum of 6 continues to 6; a new maximum of 4 closes it at once, still shown as 4 of 10.',
    R21: 'That closing happens when the setting is saved, not at the next retry.',
    R22: 'A settings change never aborts a call in flight; if the call fails, the new maximum applies.',
    R23: 'Raising the maximum does not move a retry that is already scheduled.',
    R24: 'Saves apply in order: after 4 retries, from 10 to 4 and back to 10 leaves the Action closed.',
  },
  Responses: {
    R25: 'A successful response closes the Action as Done Successfully and writes its data to the Case.',
    R26: 'An unsuccessful response moves the Action to To Do; its explanation is shown as the Rejected Reason.',
    R27: 'A response that arrives while the Action still calls or retries is honoured and ends the retries.',
    R28: 'The first valid response decides; the same again is acknowledged, a different one refused.',
    R29: 'A response after a timeout or after closing is refused as late; nothing changes. So are responses to a call that was cut off.',
    R30: 'A response that cannot be read, or with a wrong token, is refused; the clocks keep running.',
  },
  Timeouts: {
    R32: 'With no response within the time set, the Action moves to To Do with the reason Timeout; with the clock from launch, retries included.',
    R33: 'At the due date the Action closes as No response returned with auto-complete on; otherwise it is only overdue.',
    R34: 'With neither a response time nor a due date it waits indefinitely; with both, whichever comes first wins.',
    R35: 'The response clock starts on connection, or at launch if the setting says so and a time is set by then.',
    R36: 'The due date counts from launch in every phase, retries included.',
    R37: 'At one instant, people and settings come first, then results of calls, responses, the response timeout, the due date, and retries last.',
    R38: 'Changing the response time does not move a deadline that is already running.',
    R39: 'A call in flight is cut off when its Action moves on without its result.',
  },
  Allocation: {
    R40: 'A waiting Action has an owner but no assignee and no queue; To Do and In Progress have them by rule.',
    R41: 'The queue is set where the rule names one; the user gets it if available, else the secondary user, else nobody.',
    R42: 'Every move to To Do is allocated by the same rule.',
  },
  'Case, people and manual work': {
    R44: 'An escalation moves the Case to To Do, needing attention, and tells its owner once; the Case waits for the owner.',
    R45: 'An unsuccessful response, a timeout and an auto-complete tell no owner and leave the status of the Case alone.',
    R46: 'A successful end, and an auto-complete, let the Case launch its next Action; the last one closes the Case.',
    R47: 'Unable to complete closes the Action as Not Done Successfully and tells the Case owner.',
    R48: 'A paused Case launches nothing new; its running Actions continue, with their retries, responses and timeouts.',
    R49: 'The Case owner may rework, relaunch, set in progress or cancel; what runs closes as Rework or Cancelled.',
    R50: 'A first update makes the Action In Progress and theirs; unassigning gives it back; Complete closes it.',
  },
  Timeline: {
    R51: 'Everything that happens to an Action is on its timeline: when, who and what.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

type Chapters = typeof CHAPTERS;
/** The number of a rule. */
export type Rule = { [C in keyof Chapters]: keyof Chapters[C] }[keyof Chapters];

export interface RuleChapter {
  readonly title: string;
  readonly rules: readonly { readonly rule: Rule; readonly sentence: string }[];
}

/** All rules in the order of behaviour.md. */
export const RULE_CHAPTERS: readonly RuleChapter[] = Object.entries(CHAPTERS).map(([title, sentences]) => ({
  title,
  rules: Object.entries(sentences).map(([rule, sentence]) => ({ rule: rule as Rule, sentence })),
}));

const SENTENCES = new Map(RULE_CHAPTERS.flatMap(({ rules }) => rules.map(({ rule, sentence }) => [rule, sentence])));

/** What the rule says. */
export function ruleInWords(rule: Rule): string {
  return SENTENCES.get(rule) ?? '';
}

/** Whether a text is the number of a rule. */
export const isRule = (text: string): text is Rule => SENTENCES.has(text as Rule);
