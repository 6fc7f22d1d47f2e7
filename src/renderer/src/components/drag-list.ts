/** Dragging within a list: rows and steps have handles, and land before, after or with another. */
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachInstruction, extractInstruction } from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item';
import { type RefCallback, useLayoutEffect, useRef, useState } from 'react';
import type { DropAs } from './list-order.ts';

interface Drop {
  /** What was dragged, and what it was dropped at. */
  readonly id: string;
  readonly onto: string;
  readonly as: DropAs;
}

export interface DragList {
  /** The handle that something is dragged by; its row goes along as a picture. */
  readonly handle: (id: string) => RefCallback<HTMLElement>;
  /** What things are dropped at; marked with `data-drop` while something is over it. */
  readonly target: (id: string) => RefCallback<HTMLElement>;
}

const OPERATIONS = { 'reorder-before': 'before', 'reorder-after': 'after', combine: 'with' } as const;

interface Options {
  /** Whether something can land with another, not only between two. */
  readonly canJoin?: boolean;
}

/** A list of its own: nothing is dragged from one to another. */
export function useDragList(onDrop: (drop: Drop) => void, { canJoin = false }: Options = {}): DragList {
  const latest = useRef(onDrop);
  useLayoutEffect(() => {
    latest.current = onDrop;
  });
  const [list] = useState(() => createDragList((drop) => latest.current(drop), canJoin));
  return list;
}

function createDragList(onDrop: (drop: Drop) => void, canJoin: boolean): DragList {
  const list = Symbol('list');
  const asOf = (data: Record<string | symbol, unknown>): DropAs | null => {
    const operation = extractInstruction(data)?.operation;
    return operation === undefined ? null : OPERATIONS[operation];
  };
  const handle = (id: string) => (element: HTMLElement | null) => {
    if (element === null) return;
    return draggable({
      element,
      getInitialData: () => ({ list, id }),
      onGenerateDragPreview: ({ nativeSetDragImage }) =>
        nativeSetDragImage?.(element.closest('tr, li') ?? element, 12, 16),
    });
  };
  const target = (id: string) => (element: HTMLElement | null) => {
    if (element === null) return;
    const mark = (as: DropAs | null) =>
      as === null ? element.removeAttribute('data-drop') : element.setAttribute('data-drop', as);
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data.list === list && (canJoin || source.data.id !== id),
      getData: ({ input }) =>
        attachInstruction(
          {},
          {
            input,
            element,
            operations: {
              'reorder-before': 'available',
              'reorder-after': 'available',
              combine: canJoin ? 'available' : 'not-available',
            },
          },
        ),
      onDrag: ({ self }) => mark(asOf(self.data)),
      onDragLeave: () => mark(null),
      onDrop: ({ self, source }) => {
        mark(null);
        const as = asOf(self.data);
        if (as !== null) onDrop({ id: String(source.data.id), onto: id, as });
      },
    });
  };
  return { handle: kept(handle), target: kept(target) };
}

/** The same callback for the same id: with another one React would take the element out and put it in again. */
function kept<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, T>();
  return (id) => {
    const before = made.get(id);
    if (before !== undefined) return before;
    const fresh = make(id);
    made.set(id, fresh);
    return fresh;
  };
}
