/**
 * References hold slashes: `/actions/C1/post-invoice/2` is asked for as a person types it. The contract's paths have one part for a name,
 * so what stands between the beginning and the end of such a path is made one part; a client that percent-encodes it has done so already.
 * An end that is also a name counts as the end: the Action `C1/timeline` is asked for as `C1%2Ftimeline`.
 */

/** How the paths with a name in them begin, and how they may end after it. */
const NAMED = /^(\/(?:actions|cases|users|external-apis)\/)(.+?)(\/(?:timeline|notifications|requests))?$/;

/** The path with its name as one part. */
export function withNameAsOnePart(path: string): string {
  const [, beginning, name, end = ''] = NAMED.exec(path) ?? [];
  return beginning === undefined || name === undefined ? path : `${beginning}${name.replaceAll('/', '%2F')}${end}`;
}
