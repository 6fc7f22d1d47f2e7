/** All that can be read in the window: what is shown, tooltips and accessible names. */

const INLINE = new Set(['A', 'B', 'CODE', 'EM', 'I', 'KBD', 'SMALL', 'SPAN', 'STRONG', 'TIME', 'TSPAN', 'SUP', 'SUB']);
const READ = ['title', 'aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'alt', 'value'];

/** One text for each block, tooltip and name within `root`, without those within `except`. */
export function seen(root: Element, except: readonly (Element | null)[] = []): string[] {
  const texts: string[] = [];
  let block = '';
  const end = () => {
    if (block.trim() !== '') texts.push(block.trim());
    block = '';
  };
  const read = (node: Node) => {
    if (node.nodeType === 3) block += node.textContent ?? '';
    if (node.nodeType !== 1) return;
    const element = node as Element;
    if (except.includes(element) || /^(style|script|noscript)$/i.test(element.tagName)) return;
    for (const name of READ) {
      const value = element.getAttribute(name);
      if (value) texts.push(value);
    }
    const isInline = INLINE.has(element.tagName.toUpperCase());
    if (!isInline) end();
    for (const child of element.childNodes) read(child);
    if (!isInline) end();
  };
  read(root);
  end();
  return texts;
}
