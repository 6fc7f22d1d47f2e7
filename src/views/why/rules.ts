/** The rules of behaviour.md that *Why?* cites, each in one plain sentence. */

const SENTENCES = {
  S2: 'The wait before retry k is first × factor^(k−1), never more than the longest interval, then moved by the jitter if there is one.',
  S3: 'An Action type may have a retry pattern of its own; otherwise it follows the system-wide one.',
  S4: 'A call with no answer within the call timeout has failed.',
  R1: 'When the Case reaches an API Action, it is created and called at once; no person is involved.',
  R2: 'The first call is not a retry.',
  R4: 'A connected Action that expects a response waits for it; the error bar is gone.',
  R5: 'A connected Action that expects no response is closed as Done Successfully.',
  R6: 'A failure to connect schedules a retry while n is below the maximum M.',
  R7: 'Refused, name not found, reset, TLS error, no answer in time and any status outside 2xx are failures to connect.',
  R11: 'n rises by one when a retry starts; a manual retry counts like an automatic one.',
  R12: 'A manual retry takes the place of the pending automatic one; after it, the wait counts from its own failure.',
  R14: 'A failure with n ≥ M closes the Action as Not Done Successfully and tells the Case owner.',
  R16: 'With a maximum of 0 the first failure closes the Action.',
  R18: 'The maximum shown becomes the saved one if that is above n; otherwise it stays.',
  R19: 'An Action with a retry pending closes if the saved maximum is at or below n.',
  R21: 'That closing happens when the setting is saved, not at the next retry.',
  R22: 'A settings change never aborts a call in flight; if the call fails, the new maximum applies.',
  R23: 'Raising the maximum does not move a retry that is already scheduled.',
  R25: 'A successful response closes the Action as Done Successfully and writes its data to the Case.',
  R26: 'An unsuccessful response moves the Action to To Do; its explanation is shown as the Rejected Reason.',
  R27: 'A response that arrives while the Action still calls or retries is honoured and ends the retries.',
  R28: 'The first valid response decides; the same again is acknowledged, a different one refused.',
  R29: 'A response after a timeout or after closing is refused as late; nothing changes. So are responses to a call that was cut off.',
  R30: 'A response that cannot be read, or with a wrong token, is refused; the clocks keep running.',
  R32: 'With no response within the time set, the Action moves to To Do with the reason Timeout; with the clock from launch, retries included.',
  R33: 'At the due date the Action closes as No response returned with auto-complete on; otherwise it is only overdue.',
  R34: 'With neither a response time nor a due date it waits indefinitely; with both, whichever comes first wins.',
  R35: 'The response clock starts on connection, or at launch if the setting says so and a time is set by then.',
  R36: 'The due date counts from launch in every phase, retries included.',
  R38: 'Changing the response time does not move a deadline that is already running.',
  R39: 'A call in flight is cut off when its Action moves on without its result.',
  R40: 'A waiting Action has an owner but no assignee and no queue; To Do and In Progress have them by rule.',
  R41: 'The queue is set where the rule names one; the user gets it if available, else the secondary user, else nobody.',
  R42: 'Every move to To Do is allocated by the same rule.',
  R44: 'An escalation moves the Case to To Do, needing attention, and tells its owner once; the Case waits for the owner.',
  R45: 'An unsuccessful response, a timeout and an auto-complete tell no owner and leave the status of the Case alone.',
  R46: 'A successful end, and an auto-complete, let the Case launch its next Action; the last one closes the Case.',
  R47: 'Unable to complete closes the Action as Not Done Successfully and tells the Case owner.',
  R49: 'The Case owner may rework, relaunch, set in progress or cancel; what runs closes as Rework or Cancelled.',
  R50: 'A first update makes the Action In Progress and theirs; unassigning gives it back; Complete closes it.',
} as const satisfies Readonly<Record<string, string>>;

/** The number of a rule that explanations cite. */
export type Rule = keyof typeof SENTENCES;

export const CITED_RULES = Object.keys(SENTENCES) as readonly Rule[];

/** What the rule says. */
export function ruleInWords(rule: Rule): string {
  return SENTENCES[rule];
}
