/**
 * `npm run audit`: whether any installed package has a known weakness, as the registry tells. Ends with 1 where one has; where
 * the registry cannot be asked it says so, and ends with 0: nothing is known then, neither good nor bad.
 */
import { runTool } from './lib/tool.ts';

interface Report {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
  readonly metadata?: { readonly dependencies: { readonly total: number } };
}

const { output } = await runTool('npm', ['audit', '--json', '--loglevel=silent'], {
  output: 'collect',
  limitMs: 120_000,
});
const { vulnerabilities, metadata } = read(output);
if (vulnerabilities === undefined || metadata === undefined) {
  console.log('The registry could not be asked for known weaknesses: nothing was checked.');
} else {
  const found = Object.entries(vulnerabilities);
  for (const [name, { severity, range }] of found) console.error(`✗ ${name} ${range}: ${severity}`);
  console.log(`${metadata.dependencies.total} packages, ${found.length} with a known weakness`);
  process.exitCode = found.length === 0 ? 0 : 1;
}

/** npm prints JSON, or a sentence where it could not ask. */
function read(text: string): Report {
  try {
    return JSON.parse(text.slice(text.indexOf('{')));
  } catch {
    return {};
  }
}
