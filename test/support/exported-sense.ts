/** What a scenario file says, however it is written: what is done when, and with what it begins. */
import { loadScenario } from '../../src/main/scenario/load.ts';
import { parseIso, resolveInstant } from '../../src/shared/instant.ts';

/** Every step but moves with the instant at which it is taken; an only copy has no number, and empty lists say nothing. */
export function exportedSense(text: string): unknown {
  const loaded = loadScenario(text, 'exported.yaml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { steps, ...begins } = loaded.scenario;
  const startAt = parseIso(begins.start) ?? 0;
  let at = startAt;
  const taken: unknown[] = [];
  for (const step of steps) {
    if (!('advance' in step)) taken.push([at, step]);
    else if (typeof step.advance === 'number') at += step.advance;
    else if ('to' in step.advance) at = resolveInstant(step.advance.to, startAt);
    else throw new Error('an export says until when');
  }
  const said = JSON.stringify({ begins, taken, at }, (_, value) =>
    Array.isArray(value) && value.length === 0 ? undefined : value,
  );
  return JSON.parse(said.replaceAll('/1"', '"'));
}
