/** Which packages reach a user, and under which licences, by the lock file. */

/** As much of a package in `package-lock.json` as matters here; the key is its folder. */
interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}
export type Lock = Readonly<Record<string, LockedPackage>>;

export interface Shipped {
  /** `react@19.3.1` */
  readonly name: string;
  /** Where it is installed, from the project's root: `node_modules/react`. */
  readonly folder: string;
  /** An SPDX expression; `null` where the package names none. */
  readonly licence: string | null;
}

/** Licences that ask for no more than a notice. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Everything that the packages `roots` bring along, themselves included, by name. Throws where the lock lacks a root. */
export function shippedPackages(lock: Lock, roots: readonly string[]): Shipped[] {
  const found = new Set<string>();
  const waiting = roots.map((root) => {
    const folder = folderOf(lock, '', root);
    if (folder === null) throw new Error(`${root} is not in package-lock.json`);
    return folder;
  });
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (found.has(folder)) continue;
    found.add(folder);
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = lock[
      folder
    ] as LockedPackage;
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      // It is there for somebody else, if at all.
      if (peerDependenciesMeta?.[name]?.optional === true) continue;
      // What is optional, or is for another system, may not be installed.
      const next = folderOf(lock, folder, name);
      if (next !== null) waiting.push(next);
    }
  }
  return [...found]
    .map((folder) => {
      const { version, license } = lock[folder] as LockedPackage;
      return { name: `${folder.split('node_modules/').at(-1)}@${version}`, folder, licence: license ?? null };
    })
    .sort((left, right) => left.name.localeCompare(right.name));
}

/** Whether a licence is known and asks for no more than a notice: of `(A OR B)` one is enough, of `A AND B` both are needed. */
export function isAllowed(licence: string | null): boolean {
  if (licence === null) return false;
  const expression = licence.replaceAll(/[()]/g, '');
  return expression.split(' OR ').some((side) => side.split(' AND ').every((each) => ALLOWED.has(each.trim())));
}

/** Where Node finds a package from another's folder: beside it or further up. */
function folderOf(lock: Lock, from: string, name: string): string | null {
  for (let folder = from; ; ) {
    const candidate = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (candidate in lock) return candidate;
    if (folder === '') return null;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1));
  }
}
