/** The names of a section, in order; the same array as long as they are the same. */
import { useMemo } from 'react';
import type { Section } from '../../../shared/edits.ts';
import { useSettledWorld } from '../stores/settled.ts';

export function useNames(section: Section): readonly string[] {
  const { world, version } = useSettledWorld();
  // The world changes in place: its version says when.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => {
    if (world === null) return [];
    return section === 'queues' ? [...world.queues] : [...world[section].keys()];
  }, [world, version, section]);
}
