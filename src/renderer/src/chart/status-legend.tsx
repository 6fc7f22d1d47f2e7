/** What the colours, icons and patterns of statuses mean, generated from their table. */

import { STATUS_KEYS, statusFill, statusStyleOf } from '../theme/status.ts';
import { Legend, LegendEntry } from './legend.tsx';
import classes from './status-legend.module.css';

export function StatusLegend() {
  return (
    <Legend>
      {STATUS_KEYS.map((key) => {
        const style = statusStyleOf(key);
        const border = `1px ${style.pattern === 'outline' ? 'dashed' : 'solid'} ${style.fill}`;
        const mark = (
          <>
            <span className={classes.swatch} style={{ background: statusFill(style), border }} />
            <style.icon size={14} />
          </>
        );
        return (
          <LegendEntry
            key={key}
            mark={
              <span className={classes.mark} style={{ color: style.text }}>
                {mark}
              </span>
            }
          >
            {style.fullLabel}
          </LegendEntry>
        );
      })}
    </Legend>
  );
}
