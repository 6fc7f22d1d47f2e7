/** What the colours, icons and patterns mean, generated from the table of statuses. */
import classes from './legend.module.css';
import { STATUS_KEYS, type StatusKey, statusFill, statusStyleOf } from './status.ts';

interface LegendProps {
  /** Only these, in this order; all without it. */
  readonly keys?: readonly StatusKey[] | undefined;
}

export function StatusLegend({ keys = STATUS_KEYS }: LegendProps) {
  return (
    <ul className={classes.legend} aria-label="Legend">
      {keys.map((key) => {
        const style = statusStyleOf(key);
        const Icon = style.icon;
        return (
          <li key={key} className={classes.entry}>
            <span
              className={classes.swatch}
              style={{
                background: statusFill(style),
                border: `1px ${style.pattern === 'outline' ? 'dashed' : 'solid'} ${style.fill}`,
              }}
            />
            <span className={classes.icon} style={{ color: style.text }}>
              <Icon size={14} />
            </span>
            {style.fullLabel}
          </li>
        );
      })}
    </ul>
  );
}
