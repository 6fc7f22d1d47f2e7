/** The two pages that are not the app. */

/** What somebody sees who comes without the token. */
export const FORBIDDEN_PAGE = page(
  'Trigger Lab: not let in',
  `<p>This address works only with the token that <code>trigger-lab serve</code> printed when it started: open the whole
line <code>http://127.0.0.1:…/?token=…</code> from its terminal.</p>
<p>If you have just done so, <a href="/">continue</a>.</p>`,
);

/** What somebody sees who comes before the workspace is open. */
export const STARTING_PAGE = page('Trigger Lab is starting', '<p>Trigger Lab is starting. Reload in a moment.</p>');

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem }</style></head>
<body><h1>${title}</h1>
${body}
</body></html>
`;
}
