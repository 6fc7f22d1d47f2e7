/** Whether a key belongs to the element it was pressed on rather than to the app's shortcuts. */

const TYPING = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]';
const PRESSING =
  'button, a[href], summary, [role=button], [role=checkbox], [role=radio], [role=switch], [role=tab], [role=option], [role=menuitem], input';
const STEPPING =
  '[role=tablist], [role=radiogroup], [role=slider], [role=listbox], [role=menu], [role=tree], [role=grid]';

const within = (event: Event, selector: string) =>
  event.target instanceof Element && event.target.closest(selector) !== null;

/** True while a person types, or a dialog is open: no shortcut without a modifier key may act. */
export function isTyping(event: Event): boolean {
  return within(event, TYPING) || isInDialog();
}

const TEXT = 'input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, [contenteditable=true]';

/** True while a text field has the focus: undo is of what was typed in it. */
export const isInText = (): boolean => document.activeElement?.matches(TEXT) === true;

/** True while a dialog is open that must be answered first. */
export const isInDialog = () => document.querySelector('[role=dialog][aria-modal=true]') !== null;

/** True where Space or Enter would press what has the focus. */
export const isPressing = (event: Event) => within(event, PRESSING);

/** True where the arrow keys move within what has the focus, or scroll it sideways. */
export const isStepping = (event: Event) => within(event, STEPPING) || isScrolledSideways(event.target);

const isScrolledSideways = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.tabIndex >= 0 &&
  target.scrollWidth > target.clientWidth + 1 &&
  /auto|scroll/.test(getComputedStyle(target).overflowX);
