/** The ground of an outage in a chart: hatched, so that it is not told by its colour alone. */
import { OUTAGE_COLOUR } from './day-series.ts';

export function OutageHatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill={OUTAGE_COLOUR} opacity="0.1" />
        <path d="M0 0V6" stroke={OUTAGE_COLOUR} strokeWidth="1.5" opacity="0.55" />
      </pattern>
    </defs>
  );
}
