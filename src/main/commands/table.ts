/** Rows of cells as text: columns as wide as their widest cell, two spaces apart. */
export function textTable(rows: readonly (readonly string[])[], alignsRight: ReadonlySet<number>): string {
  const [headings = []] = rows;
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return alignsRight.has(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}

/** `2026-01-05T09:31:00Z`. */
export const wholeSeconds = (iso: string) => iso.replace(/\.\d+Z$/, 'Z');
