/** `npm run test:e2e [-- Playwright's arguments]`: the real browser, against what is built. */
import { ChromiumMissing, ensureChromium } from './chromium.ts';
import { ensureElectron } from './electron.ts';
import { buildIfStale } from './lib/build.ts';
import { runTool } from './lib/tool.ts';

try {
  console.log((await ensureChromium()).sentence);
  console.log(await ensureElectron());
  const problem = await buildIfStale();
  if (problem === null) {
    process.exitCode = (await runTool('playwright', ['test', ...process.argv.slice(2)])).code;
  } else {
    console.error(problem);
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof ChromiumMissing)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
