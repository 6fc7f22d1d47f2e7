/** The page that every report is: it holds all that it shows, loads nothing, runs nothing, and prints. */
import { htmlDocument } from './document.ts';
import { type Markup, markup } from './markup.ts';
import { STYLE } from './paper.ts';

interface Page {
  readonly title: string;
  readonly question: string;
  readonly main: Markup;
}

export function reportPage({ title, question, main }: Page): string {
  const body = markup`<header>
<p>Decision report · Trigger Lab</p>
<h1>${title}</h1>
<p>${question}</p>
</header>
<main>
${main}
</main>`;
  return htmlDocument({ title: `${title} – decision report`, style: STYLE, body });
}

/** What it comes to, first of all. */
export const inShort = (sentences: readonly string[]): Markup =>
  markup`<h2>In short</h2>
<div class="answer">${sentences.map((sentence) => markup`<p>${sentence}</p>`)}</div>`;
