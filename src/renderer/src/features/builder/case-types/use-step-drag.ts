/** Dragging an Action type within a process: onto the middle of a step it joins it, towards its edges it stands before or after. */
import { type DragEvent, useState } from 'react';
import type { DropPlace, Spot } from './process-draft.ts';

/** The part of a step's height that counts as an edge. */
const EDGE = 0.28;

function placeOf(event: DragEvent<HTMLElement>): DropPlace | null {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-step]') : null;
  if (!row) return null;
  const { top, height } = row.getBoundingClientRect();
  const share = (event.clientY - top) / height;
  return { step: Number(row.dataset.step), as: share < EDGE ? 'before' : share > 1 - EDGE ? 'after' : 'with' };
}

export function useStepDrag(onDrop: (from: Spot, to: DropPlace) => void) {
  const [from, setFrom] = useState<Spot | null>(null);
  const [over, setOver] = useState<DropPlace | null>(null);
  const end = () => {
    setFrom(null);
    setOver(null);
  };
  const handlers = {
    onDragStart: (event: DragEvent<HTMLElement>) => {
      const handle = event.target instanceof HTMLElement ? event.target : null;
      const [step, member] = (handle?.dataset.spot ?? '').split('.').map(Number);
      if (handle === null || step === undefined || member === undefined) return;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', handle.getAttribute('aria-label') ?? '');
      if (handle.parentElement) event.dataTransfer.setDragImage(handle.parentElement, 10, 16);
      setFrom({ step, member });
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (from === null) return;
      const place = placeOf(event);
      if (place !== null) event.preventDefault();
      if (place?.step !== over?.step || place?.as !== over?.as) setOver(place);
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      const place = placeOf(event);
      if (from !== null && place !== null) {
        event.preventDefault();
        onDrop(from, place);
      }
      end();
    },
    onDragEnd: end,
  };
  return { over: from === null ? null : over, handlers };
}
