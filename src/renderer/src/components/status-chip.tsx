/** A status: icon and word in its colour. */
import type { ResolutionMethod, Status } from '../../../shared/words.ts';
import { statusStyle } from '../theme/status.ts';
import classes from './status-chip.module.css';
import { StatusWord } from './status-word.tsx';

interface StatusChipProps {
  readonly status: Status;
  readonly resolutionMethod?: ResolutionMethod | null | undefined;
  readonly size?: 'sm' | 'md' | undefined;
  /** *Closed – Not Done Successfully* where there is room for it. */
  readonly full?: boolean | undefined;
}

export function StatusChip({ status, resolutionMethod, size = 'sm', full = false }: StatusChipProps) {
  const style = statusStyle(status, resolutionMethod);
  const Icon = style.icon;
  return (
    <span
      className={classes.chip}
      data-size={size}
      data-outline={style.pattern === 'outline' || undefined}
      style={{ color: style.text, background: style.ground }}
      title={full ? undefined : style.fullLabel}
    >
      <Icon size={size === 'md' ? 15 : 13} />
      <span className={classes.label}>{full ? style.fullLabel : <StatusWord style={style} />}</span>
    </span>
  );
}
