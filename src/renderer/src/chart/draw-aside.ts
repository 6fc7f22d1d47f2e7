/** Draws something out of sight, where it takes its look from the page's style sheets: for a picture that is not what the screen shows. */
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** What is drawn is there while `use` runs, and gone when it returns. `ground` is the CSS colour behind it. */
export function drawAside(drawing: ReactNode, ground: string, use: (container: HTMLElement) => void): void {
  const container = document.createElement('div');
  container.style.cssText = `position: fixed; top: 0; left: -100000px; width: max-content; background: ${ground}`;
  container.inert = true;
  document.body.append(container);
  const root = createRoot(container);
  try {
    flushSync(() => root.render(drawing));
    use(container);
  } finally {
    root.unmount();
    container.remove();
  }
}
