/** What colours, icons, marks and patterns mean, from the tables that draw them. */
import type { ReactNode } from 'react';
import { RULER_KINDS } from '../../chart/ruler/ruler-kinds.ts';
import { RulerLegend } from '../../chart/ruler/ruler-legend.tsx';
import { rulerStyle } from '../../chart/ruler/ruler-style.ts';
import { StatusLegend } from '../../chart/status-legend.tsx';
import { STATUS_KEYS, statusStyleOf } from '../../theme/status.ts';
import classes from './help.module.css';
import type { MarkLegend } from './help-slots.ts';

/** Whether a legend has all of the words, which are in lower case. */
export function legendHas(words: readonly string[], marks: MarkLegend): boolean {
  const labels = [
    ...STATUS_KEYS.map((key) => statusStyleOf(key).fullLabel),
    ...RULER_KINDS.map((kind) => rulerStyle(kind).label),
    ...marks.labels,
  ].map((label) => label.toLowerCase());
  return labels.some((label) => words.every((word) => label.includes(word)));
}

export function Legends({ marks }: { readonly marks: MarkLegend }) {
  return (
    <>
      <Part title="Status of Cases and Actions">
        <StatusLegend />
      </Part>
      <Part title="Timeline of an Action">{marks.legend}</Part>
      <Part title="Verdict and comparison">
        <RulerLegend kinds={RULER_KINDS} />
      </Part>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.group}>
      <h3 className={classes.groupTitle}>{title}</h3>
      {children}
    </section>
  );
}
