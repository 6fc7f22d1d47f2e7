import { defineConfig } from 'vitest/config';
import { markdownPages } from './scripts/lib/markdown-pages.ts';

/**
 * One tier: a folder under test/, run by itself with `npm run test:<tier>`. Where its files are not isolated, a worker loads a module
 * once for all of them, which takes a third of the time; a test that replaces a module (`vi.mock`) has no place there.
 */
const tier = (name: string, testTimeout: number, { isolate = true } = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout, isolate },
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
    // Left to itself, Vitest keeps one core free: with two, half of the machine.
    maxWorkers: '100%',
    // A test that needs real time to pass is wrong; what is generous here is for slow machines only.
    projects: [
      tier('unit', 20_000, { isolate: false }),
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
