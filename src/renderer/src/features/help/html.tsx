/** HTML that was rendered from the project's own documents while the app was built; a link in it opens another of them. */
import type { MouseEvent } from 'react';
import { openHelp } from '../../stores/help.ts';
import classes from './help.module.css';
import { GLOSSARY_PATH } from './pages.ts';

export function Html({ html }: { readonly html: string }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the clicks are those of the buttons in it, by mouse or keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className={classes.html}
      onClick={follow}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by scripts/lib/markdown-pages.ts from this repository, of no other text
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

function follow({ target }: MouseEvent): void {
  const page = target instanceof Element ? target.closest<HTMLElement>('[data-page]')?.dataset.page : undefined;
  if (page === undefined) return;
  openHelp(page.startsWith(GLOSSARY_PATH) ? { part: 'words' } : { part: 'documents', at: page });
}
