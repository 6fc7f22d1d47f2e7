/** What every page is that is handed on as one file: it loads nothing and runs nothing. */
import { type Markup, markup } from './markup.ts';

interface Document {
  readonly title: string;
  /** CSS. */
  readonly style: Markup;
  readonly body: Markup;
}

export function htmlDocument({ title, style, body }: Document): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`.text;
}
