/** The order of a list that a person makes: by dragging (drag-list.ts), or with Alt and the arrow keys. */

/** Where something is dropped; `with`: onto the middle of another. */
export type DropAs = 'before' | 'with' | 'after';

/** The place, from 0, that something has once it was dropped between others; both places as they were before. */
export function placeAfterDrop(from: number, onto: number, as: DropAs): number {
  const gap = as === 'before' ? onto : onto + 1;
  return gap > from ? gap - 1 : gap;
}

interface Press {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  /** The element that has the focus. */
  readonly target: object;
}

/** Alt with an arrow key: one place up (-1) or down (1); `null` for any other key. */
export function moveOfKey({ key, altKey, ctrlKey, metaKey, target }: Press): -1 | 1 | null {
  // There it opens the list of choices.
  const isSelect = 'tagName' in target && target.tagName === 'SELECT';
  if (!altKey || ctrlKey || metaKey || isSelect) return null;
  return key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null;
}
