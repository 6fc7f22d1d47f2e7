/** What does not fit on a screen as it is drawn now: for people who see it in a small window, or enlarged. */
import type { Locator } from '@playwright/test';
import { expect } from './app.ts';

/** As soon as all is drawn nothing of `part` is at fault: charts draw themselves again when the window has another size. */
export function expectFits(part: Locator, what: string, { inDark = true } = {}): Promise<void> {
  return expect
    .configure({ soft: true })
    .poll(
      () =>
        part
          .page()
          .evaluate(showOpener)
          .then(() => layoutFaults(part, inDark)),
      { message: what, intervals: [20, 50, 100, 200, 500] },
    )
    .toEqual([]);
}

/** What is open at a button of the screen is hidden where the button is out of sight; resolves once it is drawn. */
async function showOpener(): Promise<void> {
  const opener = document.querySelector('main [aria-haspopup][aria-expanded=true]');
  if (opener === null) return;
  opener.scrollIntoView({ block: 'center' });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/**
 * A line for each fault of what is shown in `part` (the body, or a panel that is open over it): the page scrolls, sideways or down;
 * the screen, the navigation or the part scrolls where it should not; a control is covered where it was brought into view, overlaps
 * another or stands outside; text is cut and shows nowhere in full, is smaller than 12 pixels, or breaks
 * within a word of usual length. In the dark it is measured again only if a box lies elsewhere.
 */
function layoutFaults(part: Locator, inDark: boolean): Promise<string[]> {
  return part.evaluate((rootOfPart, isDarkToo) => {
    const root = document.documentElement;
    const main = document.querySelector('main');
    const clips = new Map<Element, readonly [x: boolean, y: boolean]>();
    /** Whether it clips what is in it, sideways and down: the same in every size of this window. */
    const clipsOf = (element: Element) => {
      const known = clips.get(element);
      if (known !== undefined) return known;
      const { overflowX, overflowY } = getComputedStyle(element);
      const found = [overflowX !== 'visible', overflowY !== 'visible'] as const;
      clips.set(element, found);
      return found;
    };
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 2 && height > 2 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    };
    const nameOf = (element: Element) => {
      const text = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return `${element.tagName.toLowerCase()} “${text.trim().replaceAll(/\s+/g, ' ').slice(0, 50)}”`;
    };
    /** What is left of its box, or of the first line of it, by all that clip it; `null` where nothing is. */
    const boxOf = (element: Element) => {
      let { left, top, right, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect();
      for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
        const [clipsX, clipsY] = clipsOf(parent);
        if (!clipsX && !clipsY) continue;
        const clip = parent.getBoundingClientRect();
        if (clipsX) [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)];
        if (clipsY) [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
      }
      return right - left > 2 && bottom - top > 2 ? { left, top, right, bottom } : null;
    };
    // A bar that stays in sight stands over what can be scrolled from under it.
    const isBar = (element: Element) => {
      for (let at: Element | null = element; at !== null && at !== rootOfPart; at = at.parentElement) {
        if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) return true;
      }
      return false;
    };
    /** Letters only: references, addresses and figures may break where they are full. */
    const usualWord = /(?<![\w/.:@-])\p{L}{2,16}(?![\w/.:@-])/gu;
    const controls =
      'button, a[href], input, select, textarea, [role=tab], [role=switch], [role=slider], [role=option]:not(g), [role=radiogroup] label';
    // The way past the navigation shows once it has the focus.
    const isSkip = (element: Element) => element.textContent === 'Skip to content';

    const measure = (): string[] => {
      const faults: string[] = [];
      if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide`);
      if (root.scrollHeight > root.clientHeight) faults.push(`the page is ${root.scrollHeight} high`);
      if (main !== null && main.scrollWidth > main.clientWidth) faults.push(`the screen is ${main.scrollWidth} wide`);
      const side = document.querySelector('aside');
      if (side !== null && side.scrollHeight > side.clientHeight)
        faults.push(`the navigation is ${side.scrollHeight} high`);
      if (rootOfPart !== document.body) {
        const { left, top, right, bottom } = rootOfPart.getBoundingClientRect();
        if (left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1)
          faults.push(`it goes from ${left}, ${top} to ${right}, ${bottom}`);
        if (rootOfPart.scrollWidth > rootOfPart.clientWidth + 1) faults.push(`it is ${rootOfPart.scrollWidth} wide`);
      }

      const all = [...rootOfPart.querySelectorAll('*')];
      for (const element of all) {
        if (element.childElementCount > 0 || element.scrollWidth <= element.clientWidth + 1) continue;
        // A cell of a table, and what names its whole text, shows that on hover.
        if (element.closest('td, th, [title], svg, select') !== null) continue;
        const isText = element.textContent?.trim() !== '' && !element.matches('.visually-hidden, textarea, input');
        if (isText && element.clientWidth > 2 && clipsOf(element)[0] && isSeen(element))
          faults.push(`cut: ${nameOf(element)}`);
      }

      const texts = document.createTreeWalker(rootOfPart, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const { parentElement: parent, nodeValue } = text;
        if (
          parent === null ||
          nodeValue?.trim() === '' ||
          parent.matches('.visually-hidden, option') ||
          !isSeen(parent)
        )
          continue;
        const size = Number.parseFloat(getComputedStyle(parent).fontSize);
        if (size < 12) faults.push(`type of ${size} pixels: ${nameOf(parent)}`);
        if (parent.getClientRects().length < 2 && parent.getBoundingClientRect().height < 2 * size) continue;
        for (const { 0: word, index } of (nodeValue ?? '').matchAll(usualWord)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (tops.size > 1) faults.push(`“${word}” breaks in the middle: ${nameOf(parent)}`);
        }
      }

      const pressed = all.filter((element) => element.matches(controls) && isSeen(element) && !isSkip(element));
      for (const element of pressed) {
        element.scrollIntoView({ block: 'center', inline: 'center' });
        const box = boxOf(element);
        if (box === null) {
          // In a row or line that is cut, of which the whole text is on hover.
          if (element.closest('td, [title]') === null) faults.push(`out of reach: ${nameOf(element)}`);
          continue;
        }
        const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
        const top = document.elementFromPoint(x, y);
        const isOwn = top !== null && (element.contains(top) || top.contains(element));
        const label = element.id === '' ? null : document.querySelector(`label[for="${CSS.escape(element.id)}"]`);
        const isLabel = top !== null && (label?.contains(top) || top.closest('label')?.contains(element));
        if (!isOwn && !isLabel)
          faults.push(`${nameOf(element)} is covered by ${top === null ? 'nothing' : nameOf(top)}`);
      }

      // What is open at a button of the screen goes where the button goes.
      if (rootOfPart === document.body) main?.scrollTo(0, 0);
      const boxes = pressed.flatMap((element) => {
        const box = isBar(element) ? null : boxOf(element);
        return box === null ? [] : [{ element, box }];
      });
      for (const [index, one] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) {
          const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          if (width <= 2 || height <= 2) continue;
          if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
          faults.push(`${nameOf(one.element)} overlaps ${nameOf(other.element)}`);
        }
      }
      return faults;
    };

    /** Where every box lies, as text. */
    const boxes = () =>
      [...rootOfPart.querySelectorAll('*')]
        .map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return `${x} ${y} ${width} ${height}`;
        })
        .join('\n');
    const faults = measure();
    if (isDarkToo) {
      const scheme = 'data-mantine-color-scheme';
      const before = root.getAttribute(scheme) ?? '';
      const light = boxes();
      root.setAttribute(scheme, 'dark');
      if (boxes() !== light) faults.push(...measure().map((fault) => `in the dark: ${fault}`));
      root.setAttribute(scheme, before);
    }
    // A page that was too high for a moment is left as it was found.
    root.scrollTo(0, 0);
    return faults;
  }, inDark);
}
