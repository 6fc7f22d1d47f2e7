import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { markdownPages } from './scripts/lib/markdown-pages.ts';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // The oldest Node that the command line and the library run on (`engines`), not Electron's.
      target: 'node22',
      // Every entry in one build: what they share becomes a chunk. The bundle check (scripts/bundle-check.ts) sees to it
      // that no chunk that `serve` or `cli` reaches mentions Electron.
      rollupOptions: {
        // A peer: the kit is for whoever has it. What is in `dependencies` is external anyway.
        external: ['@playwright/test'],
        input: {
          electron: at('src/main/electron.ts'),
          serve: at('src/main/serve.ts'),
          cli: at('src/main/cli.ts'),
          index: at('src/main/index.ts'),
          playwright: at('src/kit/playwright.ts'),
          'kit-server': at('src/main/kit-server.ts'),
          'command-line': at('src/main/command-line.ts'),
          launch: at('src/main/launch.ts'),
          'lab-worker': at('src/main/lab-worker.ts'),
          'run-worker': at('src/main/run-worker.ts'),
          'scenario-worker': at('src/main/scenario-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload has no module loader: it must be one CommonJS file that requires nothing but `electron`.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react(), markdownPages(import.meta.dirname)],
    // The drag library's build for browsers of today is half as long.
    resolve: { mainFields: ['module:es2019', 'browser', 'module', 'jsnext:main', 'jsnext'] },
    build: {
      outDir: at('out/renderer'),
      // Half the text to read: every cold start of the page is the sooner there.
      minify: true,
      // The licences of what is bundled ask to come with it.
      license: { fileName: 'third-party-licences.md' },
      // One page for a local app: a few large chunks load faster than many small ones and nobody pays for the download.
      chunkSizeWarningLimit: 3000,
      rollupOptions: { input: at('src/renderer/index.html') },
    },
  },
});
