/** What is read out: what is pointed at, or stepped to with the arrow keys. */
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { MarkBox } from '../../../../../views/timeline/mark-boxes.ts';
import { boxWith, type Move, stopAfter } from '../../../../../views/timeline/steps.ts';

const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'next mark',
  ArrowUp: 'previous mark',
  Home: 'first',
  End: 'last',
};

export function useActiveBox(boxes: readonly MarkBox[]) {
  const [id, point] = useState<string | null>(null);
  const box = boxWith(boxes, id);
  return {
    box,
    /** The one of a cluster that was stepped to. */
    mark: box?.marks.find((mark) => mark.id === id),
    handlers: {
      onKeyDown: (event: KeyboardEvent) => {
        const move = MOVES[event.key];
        if (move === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        point(stopAfter(boxes, id, move));
      },
      onFocus: () => {
        if (!box) point(boxes.findLast(({ marks }) => !marks.every(({ isPlanned }) => isPlanned))?.id ?? null);
      },
      onBlur: () => point(null),
      onPointerOver: (event: PointerEvent) => point(boxUnder(event)),
      onPointerLeave: () => point(null),
    },
  };
}

function boxUnder(event: PointerEvent): string | null {
  const element = event.target instanceof Element ? event.target.closest('[data-mark]') : null;
  return element?.getAttribute('data-mark') ?? null;
}
