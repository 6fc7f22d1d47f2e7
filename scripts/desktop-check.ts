/**
 * `node scripts/desktop-check.ts FOLDER`: whether what `npm run desktop` made in a folder is for users: every installer of this system is
 * there, no stand-in and nothing for tests, fuses are as they must be, and the app for this processor starts. Ends with 1 where
 * something is wrong.
 */
import { resolve } from 'node:path';
import { appFolders, whyNotStarted, wrongFuses, wrongInstallers } from './desktop/built-app.ts';

const START_LIMIT_MS = 120_000;

const [output, ...rest] = process.argv.slice(2);
if (output === undefined || rest.length > 0) {
  process.stderr.write('usage: node scripts/desktop-check.ts FOLDER\n');
  process.exit(3);
}

const folders = appFolders(resolve(output));
const problems = [
  ...(folders.length === 0 ? [`${output} holds no app`] : []),
  ...wrongInstallers(resolve(output)),
  ...(await Promise.all(folders.map(wrongFuses))).flat(),
];
// On a Mac there is one for each processor.
const own = folders.find((folder) => folder.endsWith(`-${process.arch}`)) ?? folders[0];
const notStarted = own === undefined ? null : await whyNotStarted(own, START_LIMIT_MS);
if (notStarted !== null) problems.push(notStarted);

for (const problem of problems) console.error(`✗ ${problem}`);
console.log(`${output}: ${folders.length} apps, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
