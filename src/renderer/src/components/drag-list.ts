/**
 * Dragging within a list: rows and steps have handles, and land before, after or with another. By the keyboard a list is
 * ordered with Alt and the arrow keys.
 */
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachInstruction, extractInstruction } from '@atlaskit/pragmatic-drag-and-drop-hitbox/list-item';
import { type KeyboardEvent, type RefCallback, useLayoutEffect, useRef, useState } from 'react';

/** `with`: onto the middle of it. */
export type DropAs = 'before' | 'with' | 'after';

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

/** The place, from 0, that something has once it was dropped between others; both places as they were before. */
export function placeAfterDrop(from: number, onto: number, as: DropAs): number {
  const gap = as === 'before' ? onto : onto + 1;
  return gap > from ? gap - 1 : gap;
}

/** Alt with an arrow key: one place up (-1) or down (1); `null` for any other key. */
export function moveOfKey({ key, altKey, ctrlKey, metaKey, target }: KeyboardEvent): -1 | 1 | null {
  // There it opens the list of choices.
  if (!altKey || ctrlKey || metaKey || (target as Partial<Element>).tagName === 'SELECT') return null;
  return key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null;
}
