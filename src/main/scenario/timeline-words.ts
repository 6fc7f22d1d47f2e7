/** Kinds of timeline entries that are misspelled in what a scenario expects. */
import type { Scenario } from '../../shared/scenario.ts';
import { ENTRY_KINDS } from '../../views/timeline/entries.ts';
import type { Fault } from './problem.ts';
import { suggest } from './suggest.ts';
import { oneOf, show } from './wording.ts';

/** Texts of entries that are near to the name of a kind and mean a part of a sentence. */
const SENTENCES = [
  'created',
  'call automatic manual first by failed cut off the action went on without its result',
  'connected was received',
  'scheduled in after the end of time it never comes',
  'settings change maximum shown as',
  'status change new',
  'allocation nobody queue',
  'response accepted duplicate late conflicting malformed wrong token success unsuccessful',
  'overdue the due date was reached',
  'escalated needs the case owner who was told',
  'step of the process started',
  'data written paused resumed',
];
const KINDS: ReadonlySet<string> = new Set(ENTRY_KINDS);

/**
 * An entry of a `timeline` may be any part of a text. One of letters alone that is nearly the name of a kind, and part neither of
 * an entry's sentence nor of a name in the file, can only be a kind that is misspelled.
 */
export function checkTimelineWords(scenario: Scenario): Fault[] {
  let named: string | undefined;
  const isNamed = (word: string) => {
    named ??= JSON.stringify({ ...scenario, steps: [] }).toLowerCase();
    return named.includes(word);
  };
  return scenario.steps.flatMap((step, index) => {
    if (!('expect' in step) || !('timeline' in step.expect)) return [];
    return (step.expect.timeline ?? []).flatMap((text, entry) => {
      const suggestion = misspelledKind(text.toLowerCase(), isNamed);
      if (suggestion === undefined) return [];
      const path = ['steps', index, 'expect', 'timeline', entry];
      const expected = `a part of an entry’s text, or ${oneOf(ENTRY_KINDS)}`;
      return [{ path, what: `unknown kind of entry ${show(text)}`, expected, suggestion }];
    });
  });
}

function misspelledKind(word: string, isNamed: (word: string) => boolean): string | undefined {
  if (KINDS.has(word) || !/^[a-z ]{4,}$/.test(word)) return undefined;
  if (SENTENCES.some((sentence) => sentence.includes(word)) || isNamed(word)) return undefined;
  return suggest(word, ENTRY_KINDS);
}
