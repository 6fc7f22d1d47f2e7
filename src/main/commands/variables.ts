/** `--var`: a name that no file of the run has is a mistake. */
import { readText } from '../scenario/read-disk.ts';
import { readYaml } from '../scenario/yaml-source.ts';
import { UsageError } from './exit-status.ts';
import { STANDARD_INPUT } from './files.ts';

/** A `UsageError` names the first that is unknown, and the parameters that there are. */
export async function checkVariables(
  files: readonly string[],
  stdin: string | undefined,
  vars: ReadonlyMap<string, unknown>,
): Promise<void> {
  if (vars.size === 0) return;
  const known = new Set<string>();
  for (const file of files) {
    const text = file === STANDARD_INPUT ? (stdin ?? '') : await readText(file);
    if (typeof text === 'string') for (const name of parametersOf(text, file)) known.add(name);
  }
  const unknown = [...vars.keys()].find((name) => !known.has(name));
  if (unknown === undefined) return;
  const those = known.size === 0 ? 'the files have no parameters' : `expected one of ${[...known].join(', ')}`;
  throw new UsageError(`--var ${unknown}: no file has such a parameter, ${those}`);
}

/** Of a file that is wrong as far as it can be read. */
function parametersOf(text: string, file: string): string[] {
  const source = readYaml(text, file);
  if (Array.isArray(source)) return [];
  const { params } = (source.value ?? {}) as { readonly params?: unknown };
  return typeof params === 'object' && params !== null ? Object.keys(params) : [];
}
