/** The two pages that are not the app. */

/** What somebody sees who comes by another name, or from another site's page. */
export const FORBIDDEN_PAGE = page(
  'Trigger Lab: access refused',
  `<p>Trigger Lab answers only to the address that <code>trigger-lab serve</code> printed when it started, and only on this
machine: open the whole line <code>http://127.0.0.1:…/?token=…</code> from its terminal.</p>`,
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
