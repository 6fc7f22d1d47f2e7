import type { MouseEvent } from 'react';

/** As `onMouseDown`: a click leaves the focus where it was, so that the space bar goes on to mean what it means elsewhere. */
export const keepFocus = (event: MouseEvent) => event.preventDefault();
