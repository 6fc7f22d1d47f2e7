/**
 * Markdown as modules of the window, rendered while it is built: `import * as lab from '…/docs/lab.md'`. What a module exports is
 * declared in src/renderer/src/markdown.d.ts. Nothing of it loads anything: pictures are left out, and a link leads to another
 * document that ships, or is plain text.
 */
import { existsSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { Marked, type Token, type Tokens } from 'marked';
import type { Plugin } from 'vite';

/** `root` is the project's folder: a configuration is bundled before it runs, so no module of it knows where it is. */
export function markdownPages(root: string): Plugin {
  return {
    name: 'markdown-pages',
    enforce: 'pre',
    transform(text, id) {
      if (!id.endsWith('.md')) return null;
      const page = markdownPage(text, relative(root, id).split(sep).join('/'), (path) => existsSync(join(root, path)));
      const code = Object.entries(page).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
      return { code: code.join('\n'), map: null, moduleType: 'js' };
    },
  };
}

interface Section {
  readonly id: string;
  readonly heading: string;
  readonly html: string;
}

interface Page {
  /** Its first heading. */
  readonly title: string;
  /** What comes before the second heading, called like the page, and the rest by headings of the second level. */
  readonly sections: readonly Section[];
  /** The cells of its first table, as HTML. */
  readonly rows: readonly (readonly string[])[];
}

/** Renders the text of a file. Its path is given from the project's root, with slashes; so is that of which `exists` says whether there is one. */
export function markdownPage(text: string, path: string, exists: (path: string) => boolean): Page {
  const marked = new Marked({
    gfm: true,
    renderer: {
      image: () => '',
      // A drawing in words: the documents say the same in a table.
      code: ({ text: code, lang }) => (lang === 'mermaid' ? '' : `<pre><code>${escaped(code)}</code></pre>\n`),
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        const target = targetOf(href, path, exists);
        return target === null ? words : `<button type="button" data-page="${escaped(target)}">${words}</button>`;
      },
    },
  });
  const tokens = marked.lexer(text);
  const html = (part: Token[]) => marked.parser(part).trim();
  const title = tokens.find(isHeading(1))?.text ?? path;
  const starts = tokens.flatMap((token, index) => (isHeading(2)(token) ? [index] : []));
  const sections = [-1, ...starts].map((start, index): Section => {
    const heading = tokens[start];
    const name = heading !== undefined && isHeading(2)(heading) ? heading.text : title;
    const body = tokens.slice(start + 1, starts[index]).filter((token) => !isHeading(1)(token));
    return { id: slugOf(name), heading: name.replaceAll('`', ''), html: html(body) };
  });
  const table = tokens.find((token): token is Tokens.Table => token.type === 'table');
  const rows = table?.rows.map((cells) => cells.map((cell) => marked.parseInline(cell.text, { async: false }))) ?? [];
  return { title, sections: sections.filter((section) => section.html !== ''), rows };
}

const isHeading =
  (depth: number) =>
  (token: Token): token is Tokens.Heading =>
    token.type === 'heading' && token.depth === depth;

const slugOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .trim()
    .replaceAll(' ', '-');

/** `docs/lab.md` or `docs/lab.md#assumptions`; `null` where that does not ship. */
function targetOf(href: string, from: string, exists: (path: string) => boolean): string | null {
  const [, file = '', anchor = ''] = /^([^#:]*)(#.*)?$/.exec(href) ?? [];
  const path = file === '' ? from : posix.join(posix.dirname(from), file);
  const ships = file === '' ? anchor !== '' : /^(README|docs\/[\w-]+)\.md$/.test(path) && exists(path);
  return ships ? `${path}${anchor}` : null;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
