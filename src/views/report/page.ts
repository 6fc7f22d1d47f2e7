/** The page that every report is: it holds all that it shows, loads nothing, runs nothing, and prints. */
import { type Markup, markup } from './markup.ts';
import { STYLE } from './paper.ts';

interface Page {
  readonly title: string;
  readonly question: string;
  readonly main: Markup;
}

export function reportPage({ title, question, main }: Page): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title} – decision report</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p>Decision report · Trigger Lab</p>
<h1>${title}</h1>
<p>${question}</p>
</header>
<main>
${main}
</main>
</body>
</html>
`.text;
}

/** What it comes to, first of all. */
export const inShort = (sentences: readonly string[]): Markup =>
  markup`<h2>In short</h2>
<div class="answer">${sentences.map((sentence) => markup`<p>${sentence}</p>`)}</div>`;
