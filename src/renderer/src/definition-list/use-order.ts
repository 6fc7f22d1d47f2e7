/** Ordering the rows of a table: dragged by their handles onto another row, or with Alt and the arrow keys. */
import type { DragEvent, KeyboardEvent } from 'react';
import type { Section } from '../../../shared/edits.ts';
import { moveBy, moveTo, namesIn } from './definition-verbs.ts';

/** What the dragged row is called, among the things a drag may carry. */
const DRAGGED = 'application/x-trigger-lab-row';

/** Rows are named by what they define. */
const rowOf = (target: EventTarget) =>
  target instanceof Element ? target.closest<HTMLElement>('tbody tr[aria-label]') : null;

/** Moves a row by the keyboard and keeps it in sight, with the focus where it was. */
export async function moveRow(section: Section, name: string, by: -1 | 1): Promise<void> {
  await moveBy(section, name, by);
  // The row stands at its new place by the frame after next.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.activeElement?.closest('tr')?.scrollIntoView({ block: 'nearest' })),
  );
}

/** Handlers for what stands around the table of a section. */
export function useOrder(section: Section) {
  const clearMarks = (around: Element) => {
    for (const row of around.querySelectorAll('[data-drop]')) row.removeAttribute('data-drop');
  };
  return {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown'))
        return;
      const name = rowOf(event.target)?.getAttribute('aria-label');
      if (name === null || name === undefined) return;
      event.preventDefault();
      void moveRow(section, name, event.key === 'ArrowUp' ? -1 : 1);
    },
    onDragStart: (event: DragEvent<HTMLElement>) => {
      const row = rowOf(event.target);
      const name = row?.getAttribute('aria-label');
      if (!row || !name) return;
      event.dataTransfer.setData(DRAGGED, name);
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setDragImage(row, 12, 18);
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      const row = rowOf(event.target);
      clearMarks(event.currentTarget);
      if (!row || !event.dataTransfer.types.includes(DRAGGED)) return;
      event.preventDefault();
      row.setAttribute('data-drop', '');
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => clearMarks(event.currentTarget),
    onDrop: (event: DragEvent<HTMLElement>) => {
      const onto = rowOf(event.target)?.getAttribute('aria-label');
      const name = event.dataTransfer.getData(DRAGGED);
      clearMarks(event.currentTarget);
      if (name === '' || onto === null || onto === undefined) return;
      event.preventDefault();
      void moveTo(section, name, [...namesIn(section)].indexOf(onto));
    },
  };
}
