/** What the browser keeps of Trigger Lab, for *Erase everything*: how this window looks at things, what was read, drafts. */

/** Every key that the page uses begins so: others on this address are somebody else's. */
const OWN = 'trigger-lab:';
/** What lets this tab in: it is this start's, and says nothing of what was there. */
const SECRET = 'trigger-lab:secret';
/** Written, and removed at once, to tell other windows: each of them hears of it. */
const ERASED = 'trigger-lab:erased';

function removeOwn(): void {
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) if (key.startsWith(OWN) && key !== SECRET) storage.removeItem(key);
  }
}

/** Starts over: at the first address, with nothing in memory. */
function beginAnew(): void {
  removeOwn();
  // What is on screen may still write as it goes.
  addEventListener('pagehide', removeOwn);
  history.replaceState(null, '', location.pathname);
  location.reload();
}

/** Forgets all of it, in every window of this browser. */
export function forgetEverything(): void {
  localStorage.setItem(ERASED, 'now');
  beginAnew();
}

/** Has this window forget when another one does. */
export function forgetWithOthers(): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === ERASED && newValue !== null) beginAnew();
  });
}
