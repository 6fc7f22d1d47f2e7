/**
 * `npm run licences`: every package that reaches a user, installed beside the app or bundled into its page, with its licence.
 * Ends with 1 where one has none, or one that is not known to ask for no more than a notice.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAllowed, type Lock, shippedPackages } from './lib/shipped-licences.ts';
import { ROOT } from './lib/tool.ts';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const readJson = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
const manifest: Manifest = readJson('package.json');
const { packages }: { readonly packages: Lock } = readJson('package-lock.json');

/** What the page is bundled from: devDependencies of the package, but not of the user. */
function bundled(): string[] {
  const sources = globSync('src/renderer/**/*.{ts,tsx}', { cwd: ROOT }).map((file) =>
    readFileSync(join(ROOT, file), 'utf8'),
  );
  const imported = sources.flatMap((text) => [...text.matchAll(/^(?:import|\} from|.* from) '([^'.][^']*)'/gm)]);
  const names = imported.map(([, specifier = '']) =>
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  );
  return Object.keys(manifest.devDependencies).filter((name) => names.includes(name));
}

// Electron comes with the app too, on a desktop.
const roots = [
  ...Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }),
  ...bundled(),
  'electron',
];
const shipped = shippedPackages(packages, roots);
for (const { name, licence } of shipped) console.log(`${name}: ${licence ?? 'no licence named'}`);
const refused = shipped.filter(({ licence }) => !isAllowed(licence));
for (const { name, licence } of refused)
  console.error(`✗ ${name}: ${licence ?? 'no licence named'} is not a known one.`);
console.log(`${shipped.length} packages, ${refused.length} with an unknown licence`);
process.exitCode = refused.length === 0 ? 0 : 1;
