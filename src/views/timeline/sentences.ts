/** What entries of the timeline say. Scenario files look for parts of these texts. */
import { retryPattern } from '../../shared/definitions.ts';
import { nameOf } from '../../shared/field.ts';

/** Of each sentence, and each part that only some have: the words around what was filled in. */
export const SENTENCES = {
  created: () => 'Created',
  createdAs: (title: string) => `Created: ${title}`,
  called: (call: string, which: string) => `Call ${call}, ${which}`,
  firstCall: () => 'automatic',
  failed: (call: string, failure: string) => `Call ${call} failed: ${failure}`,
  retryAfter: (wait: string) => `, Retry-After ${wait}`,
  cutOff: (call: string, took: string) => `Call ${call} cut off${took}: the Action went on without its result`,
  connected: (call: string, status: string) => `Connected: call ${call} was received, HTTP ${status}`,
  took: (time: string) => ` after ${time}`,
  retryScheduled: (retry: string, wait: string) => `Retry ${retry} scheduled in ${wait}`,
  neverComes: () => ', after the end of time: it never comes',
  maximumSaved: (from: string, to: string, shown: string) =>
    `Settings change: ${nameOf(retryPattern.shape.max)} ${from} → ${to}, shown as ${shown}`,
  statusChanged: (from: string, to: string, reason: string) => `Status change: ${from} → ${to}, ${reason}`,
  noStatus: () => 'new',
  allocated: (assignee: string) => `Allocation: ${assignee}`,
  unassigned: () => 'nobody',
  notFirstChoice: () => ' (the first choice is not available)',
  nobodyAvailable: () => ' (nobody named is available)',
  inQueue: (queue: string) => `, queue ${queue}`,
  responded: (verdict: string) => `Response ${verdict}`,
  overdue: () => 'Overdue: the due date was reached',
  escalated: (action: string, owner: string) => `Escalated: ${action} needs the Case owner ${owner}, who was told`,
  stepStarted: (step: string) => `Step ${step} of the process started`,
  dataWritten: (fields: string) => `Data written: ${fields}`,
  paused: () => 'Paused',
  resumed: () => 'Resumed',
};

/** All of them, with `…` where something is filled in. */
export const PATTERNS: readonly string[] = Object.values(SENTENCES).map((sentence) => sentence('…', '…', '…'));
