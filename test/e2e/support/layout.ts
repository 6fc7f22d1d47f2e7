/** What does not fit on a screen as it is drawn now: for people who see it in a small window, or enlarged. */
import type { Page } from '@playwright/test';
import { expect } from './app.ts';

/** Nothing is at fault as soon as all is drawn: charts draw themselves again when the window has another size. */
export function expectFits(page: Page, what: string): Promise<void> {
  return expect
    .configure({ soft: true })
    .poll(() => layoutFaults(page), what)
    .toEqual([]);
}

/**
 * A line for each fault: the page scrolls, sideways or down; the screen scrolls sideways; a control is covered where it was brought
 * into view, overlaps another or stands outside; text is cut and shows nowhere in full, is smaller than 12 pixels, or breaks within a
 * word of usual length.
 */
function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide`);
    if (root.scrollHeight > root.clientHeight) faults.push(`the page is ${root.scrollHeight} high`);
    const main = document.querySelector('main');
    if (main !== null && main.scrollWidth > main.clientWidth) faults.push(`the screen is ${main.scrollWidth} wide`);

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
        const { overflowX, overflowY } = getComputedStyle(parent);
        const clip = parent.getBoundingClientRect();
        if (overflowX !== 'visible') [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)];
        if (overflowY !== 'visible') [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
      }
      return right - left > 2 && bottom - top > 2 ? { left, top, right, bottom } : null;
    };

    const all = [...document.body.querySelectorAll('*')];
    for (const element of all) {
      // A cell of a table, and what names its whole text, shows that on hover.
      if (element.children.length > 0 || element.closest('td, th, [title], svg, select') !== null) continue;
      const isCut = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible';
      const isText = element.textContent?.trim() !== '' && !element.matches('.visually-hidden, textarea, input');
      if (isCut && isText && isSeen(element) && element.clientWidth > 2) faults.push(`cut: ${nameOf(element)}`);
    }

    /** Letters only: references, addresses and figures may break where they are full. */
    const usualWord = /(?<![\w/.:@-])\p{L}{2,16}(?![\w/.:@-])/gu;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const { parentElement: parent, nodeValue } = text;
      if (parent === null || nodeValue?.trim() === '' || parent.matches('.visually-hidden, option') || !isSeen(parent))
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

    const controls = 'button, a[href], input, select, textarea, [role=tab], [role=switch], [role=slider]';
    // The way past the navigation shows once it has the focus.
    const isSkip = (element: Element) => element.textContent === 'Skip to content';
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
      if (!isOwn && !isLabel) faults.push(`${nameOf(element)} is covered by ${top === null ? 'nothing' : nameOf(top)}`);
    }

    // A bar that stays in sight stands over what can be scrolled from under it.
    const isBar = (element: Element) => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) return true;
      }
      return false;
    };
    main?.scrollTo(0, 0);
    const boxes = pressed.flatMap((element) => {
      const box = isBar(element) ? null : boxOf(element);
      return box === null ? [] : [{ element, box }];
    });
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (width > 2 && height > 2) faults.push(`${nameOf(one.element)} overlaps ${nameOf(other.element)}`);
      }
    }
    return faults;
  });
}
