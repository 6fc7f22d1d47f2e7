/** What is read out: what is pointed at, or stepped to with the arrow keys. */
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { Place } from '../../../../../views/timeline/places.ts';
import { type Move, placeWith, stopAfter } from '../../../../../views/timeline/steps.ts';

const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'next mark',
  ArrowUp: 'previous mark',
  Home: 'first',
  End: 'last',
};

export function useActivePlace(places: readonly Place[]) {
  const [id, point] = useState<string | null>(null);
  const place = placeWith(places, id);
  return {
    place,
    /** The one of a cluster that was stepped to. */
    mark: place?.marks.find((mark) => mark.id === id),
    handlers: {
      onKeyDown: (event: KeyboardEvent) => {
        const move = MOVES[event.key];
        if (move === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        point(stopAfter(places, id, move));
      },
      onFocus: () => {
        if (!place) point(places.findLast(({ marks }) => !marks.every(({ isPlanned }) => isPlanned))?.id ?? null);
      },
      onBlur: () => point(null),
      onPointerOver: (event: PointerEvent) => point(placeUnder(event)),
      onPointerLeave: () => point(null),
    },
  };
}

function placeUnder(event: PointerEvent): string | null {
  const element = event.target instanceof Element ? event.target.closest('[data-mark]') : null;
  return element?.getAttribute('data-mark') ?? null;
}
