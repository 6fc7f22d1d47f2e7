/** What files are called that are made for people. */

/** A title in letters, digits and dashes that any file system takes; `otherwise` where nothing of it is left. */
export function fileNameOf(title: string, otherwise: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60).replace(/-$/, '') || otherwise;
}
