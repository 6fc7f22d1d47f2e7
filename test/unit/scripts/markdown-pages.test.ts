/** Documents as the app shows them: nothing in them leads out of it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { markdownPage } from '../../../scripts/lib/markdown-pages.ts';

const ROOT = join(import.meta.dirname, '../../..');
const exists = (path: string) => existsSync(join(ROOT, path));
const page = (text: string) => markdownPage(text, 'docs/here.md', exists);
const htmlOf = (text: string) => page(text).sections.map(({ html }) => html);

describe('a page', () => {
  it('is cut at headings of the second level, and called by its first heading', () => {
    const { title, sections } = page('# Title\n\nFirst.\n\n## How `it` goes\n\nSecond.\n\n### More\n\nThird.\n');
    expect(title).toBe('Title');
    expect(sections).toEqual([
      { id: 'title', heading: 'Title', html: '<p>First.</p>' },
      { id: 'how-it-goes', heading: 'How it goes', html: '<p>Second.</p>\n<h3>More</h3>\n<p>Third.</p>' },
    ]);
  });

  it('gives the rows of its table', () => {
    expect(page('# T\n\n| word | meaning |\n|---|---|\n| `a` | b *c* |\n').rows).toEqual([
      ['<code>a</code>', 'b <em>c</em>'],
    ]);
  });

  it.each([
    [
      'another document',
      '[x](lab.md#assumptions)',
      '<button type="button" data-page="docs/lab.md#assumptions">x</button>',
    ],
    ['the README', '[x](../README.md)', '<button type="button" data-page="README.md">x</button>'],
    ['its own section', '[x](#y)', '<button type="button" data-page="docs/here.md#y">x</button>'],
    ['a file that does not ship', '[x](../src/main/cli.ts)', 'x'],
    ['a document that does not exist', '[x](nothing.md)', 'x'],
    ['an address', '[x](https://example.test/)', 'x'],
    ['a script', '[x](javascript:alert(1))', 'x'],
    ['a picture', '![x](images/lab.png)', ''],
  ])('a link to %s', (_, text, html) => {
    expect(htmlOf(`${text} end`)).toEqual([`<p>${html} end</p>`]);
  });

  it('shows code as it is, and leaves drawings in words out', () => {
    expect(htmlOf('```yaml\na: <b> & "c"\n```\n\n```mermaid\nx\n```')).toEqual([
      '<pre><code>a: &lt;b&gt; &amp; &quot;c&quot;</code></pre>',
    ]);
  });
});

test.each(['README.md', 'docs/glossary.md', 'docs/lab.md', 'docs/security.md'])('%s loads nothing', (path) => {
  const { sections } = markdownPage(readFileSync(join(ROOT, path), 'utf8'), path, exists);
  const html = sections.map((section) => section.html).join('\n');
  expect(html.length).toBeGreaterThan(1_000);
  expect(html).not.toMatch(/<(img|a|script|iframe|link|style|object)\b/i);
});
