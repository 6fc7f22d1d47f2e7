import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Rolldown } from 'vite';
import { markdownPages } from './scripts/lib/markdown-pages.ts';
import { preloadPage } from './scripts/lib/preload-page.ts';

const at = (path: string) => resolve(import.meta.dirname, path);

const RECHARTS = /node_modules[\\/]recharts[\\/]/;

/**
 * The files of the page. For a local app a few load faster than many small ones: what the first screen needs, what several of the
 * others do, the charts; and each screen's own (src/renderer/src/screens.tsx).
 */
const PAGE_FILES = {
  groups: [
    // Each with all that it imports: what connects; the frame, and the Cases.
    { name: 'start', test: /renderer[\\/]src[\\/]main\.tsx$/, priority: 5 },
    { name: 'page', test: /renderer[\\/]src[\\/]page\.tsx$/, priority: 4 },
    // Not only Recharts measures.
    { name: 'scales', test: /node_modules[\\/](d3-|internmap[\\/])/, priority: 3 },
    { name: 'charts', test: RECHARTS, priority: 2 },
    {
      debugName: 'shared',
      // What draws with Recharts stands by itself, or the charts would come with whatever is shared.
      name: (id: string, bundle: Rolldown.ChunkingContext) =>
        bundle.getModuleInfo(id)?.importedIds.some((imported) => RECHARTS.test(imported)) ? null : 'shared',
      minShareCount: 2,
      priority: 1,
    },
  ],
};

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
    plugins: [react(), markdownPages(import.meta.dirname), preloadPage('page')],
    // The drag library's build for browsers of today is half as long.
    resolve: { mainFields: ['module:es2019', 'browser', 'module', 'jsnext:main', 'jsnext'] },
    build: {
      outDir: at('out/renderer'),
      // Half the text to read: every cold start of the page is the sooner there.
      minify: true,
      // The licences of what is bundled ask to come with it.
      license: { fileName: 'third-party-licences.md' },
      // One sheet for all: most of it is for the frame, and a screen that is loaded later comes with its looks.
      cssCodeSplit: false,
      chunkSizeWarningLimit: 1000,
      rollupOptions: { input: at('src/renderer/index.html'), output: { codeSplitting: PAGE_FILES } },
    },
  },
});
