/** The names of a section, in order; the same array as long as they are the same. */
import type { Section } from '../../../shared/edits.ts';
import { useFromSettledWorld } from '../stores/settled.ts';

const NONE: readonly string[] = [];

export function useNames(section: Section): readonly string[] {
  const names = useFromSettledWorld(
    (world) => (section === 'queues' ? [...world.queues] : [...world[section].keys()]),
    [section],
  );
  return names ?? NONE;
}
