/** Every package that reaches a user: installed beside the app, or bundled into its page. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lock, type Shipped, shippedPackages } from './shipped-licences.ts';
import { ROOT } from './tool.ts';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const readJson = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));

/** By name. */
export function shippedWithApp(): Shipped[] {
  const manifest: Manifest = readJson('package.json');
  const { packages }: { readonly packages: Lock } = readJson('package-lock.json');
  // Electron comes with the app too, on a desktop.
  const roots = [
    ...Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }),
    ...bundled(manifest),
    'electron',
  ];
  return shippedPackages(packages, roots);
}

/** What the page is bundled from: devDependencies of the package, but not of the user. */
function bundled(manifest: Manifest): string[] {
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
