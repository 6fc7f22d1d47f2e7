/**
 * What may move things on screen waits until the pointer is released: a field that is left by a click on a button must not
 * push that button away from under the click.
 */

let isPressed = false;
const press = () => {
  isPressed = true;
};
const release = () => {
  isPressed = false;
};
window.addEventListener('pointerdown', press, true);
window.addEventListener('pointerup', release, true);
window.addEventListener('pointercancel', release, true);

/** Runs at once; while a pointer is pressed, when the click it makes has gone through. */
export function afterPress(run: () => void): void {
  if (!isPressed) {
    run();
    return;
  }
  const released = () => {
    window.removeEventListener('pointerup', released, true);
    window.removeEventListener('pointercancel', released, true);
    // The click follows the release within the same task queue turn.
    setTimeout(run);
  };
  window.addEventListener('pointerup', released, true);
  window.addEventListener('pointercancel', released, true);
}
