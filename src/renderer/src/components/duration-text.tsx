/** A duration in words, whole, `1 h 30 min`; hover gives it as it is typed, `1h30m`. */
import { formatDuration } from '../../../shared/duration.ts';
import { exactDuration } from '../../../views/words/time-words.ts';

export function DurationText({ ms }: { readonly ms: number }) {
  return (
    <span title={formatDuration(ms)} style={{ whiteSpace: 'nowrap' }}>
      {exactDuration(ms)}
    </span>
  );
}
