/** How the marks of one box look, and what they are called together: from the style table. */
import type { Cluster } from '../../../../../views/timeline/clusters.ts';
import { isCall } from '../../../../../views/timeline/mark.ts';
import type { MarkLook } from '../../../chart/mark-look.ts';
import { ALARMING, MARK_STYLES, type StyledKind } from './mark-style.ts';

/** `null` for a status, which is drawn in words. */
export function styledKindOf(marks: Cluster): StyledKind | null {
  const [{ kind }] = marks;
  if (kind === 'status') return null;
  if (marks.every((mark) => mark.kind === kind)) return kind;
  return isCall(marks[0]) ? 'several calls' : 'several kinds';
}

/** A cluster of several kinds is as alarming as the worst of them. */
export function styleOf(kind: StyledKind, marks: Cluster): MarkLook {
  const style = MARK_STYLES[kind];
  if (kind !== 'several calls' && kind !== 'several kinds') return style;
  const colours = new Set(marks.map((mark) => (mark.kind === 'status' ? null : MARK_STYLES[mark.kind].colour)));
  return { ...style, colour: ALARMING.find((colour) => colours.has(colour)) ?? style.colour };
}

/** *Response refused ×5*; *×3: Settings change ×2; Escalation*; statuses one after the other, *To Do → In Progress*. */
export function clusterInWords(marks: Cluster): string {
  if (marks.every(({ kind }) => kind === 'status')) return marks.map(({ title }) => title).join(' → ');
  const kinds = Map.groupBy(marks, ({ kind }) => kind);
  const parts = [...kinds].map(([kind, { length }]) => {
    const label = kind === 'status' ? kind : MARK_STYLES[kind].label;
    return length === 1 ? label : `${label} ×${length}`;
  });
  return parts.length === 1 ? parts.join() : `×${marks.length}: ${parts.join('; ')}`;
}
