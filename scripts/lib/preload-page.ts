/** Has the browser fetch a file of the page while it reads the one that will import it. */
import type { Plugin } from 'vite';

/** `name`: of the chunk, which must be there. */
export function preloadPage(name: string): Plugin {
  return {
    name: 'preload-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const file = Object.values(bundle).find((each) => each.type === 'chunk' && each.name === name);
        if (file === undefined) throw new Error(`the page has no chunk called ${name}`);
        const attrs = { rel: 'modulepreload', crossorigin: true, href: `./${file.fileName}` };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}
