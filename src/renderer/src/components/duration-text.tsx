/** A duration in words, `1 h 30 min`; hover gives it as it is typed, `1h30m`. */
import { describeDuration, formatDuration } from '../../../shared/duration.ts';

export function DurationText({ ms }: { readonly ms: number }) {
  return (
    <span title={formatDuration(ms)} style={{ whiteSpace: 'nowrap' }}>
      {describeDuration(ms)}
    </span>
  );
}
