/** ↓ works in a list at once: from the search field, the navigation or nowhere it leads to the list's row. */

/** The row of the screen's first list that the arrow keys go on from. */
const ROW = '#main tbody tr[tabindex="0"]';

/** Goes there where nothing else wants the key; false where there is no list, or the focus is in something of its own. */
export function enterList(target: EventTarget | null): boolean {
  const isFree =
    target === document.body ||
    (target instanceof HTMLElement && target.matches('main, nav *, #main input[type=search], #main h1'));
  const row = isFree ? document.querySelector<HTMLElement>(ROW) : null;
  row?.focus();
  return row !== null;
}
