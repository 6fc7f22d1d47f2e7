import { defineConfig } from 'vitest/config';
import { markdownPages } from './scripts/lib/markdown-pages.ts';

/** One tier: a folder under test/, run by itself with `npm run test:<tier>`. */
const tier = (name: string, testTimeout: number) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout },
});

/** Parts of the window, in a document that is no browser's. */
const component = {
  extends: true as const,
  test: {
    name: 'component',
    include: ['test/component/**/*.test.tsx'],
    environment: 'happy-dom',
    testTimeout: 20_000,
  },
};

export default defineConfig({
  plugins: [markdownPages(import.meta.dirname)],
  test: {
    environment: 'node',
    // A test that needs real time to pass is wrong; what is generous here is for slow machines only.
    projects: [
      tier('unit', 10_000),
      component,
      tier('contract', 20_000),
      tier('integration', 60_000),
      tier('traces', 60_000),
    ],
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    passWithNoTests: true,
    coverage: {
      provider: 'v8',
      include: ['src/shared/**', 'src/engine/**', 'src/views/**', 'src/simulated-api/**', 'src/lab/**', 'src/main/**'],
      exclude: ['src/main/{electron,serve,cli}.ts'],
      reporter: ['text-summary', 'html'],
    },
  },
});
