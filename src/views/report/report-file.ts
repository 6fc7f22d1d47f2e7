/** A report as a file to be handed on. */
import { fileNameOf } from '../../shared/file-name.ts';

export interface ReportFile {
  readonly fileName: string;
  readonly text: string;
}

/** `2026-11-28 15:20`, by the clock of the machine. */
const MINUTE = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });

/** What an export about `title` is called, with the real time it is of: `pay-maximum-retries-2026-11-28-1520`. */
export function exportName(title: string, atMs: number): string {
  return `${fileNameOf(title, 'report')}-${MINUTE.format(atMs).replace(' ', '-').replace(':', '')}`;
}

export const reportFile = (title: string, atMs: number, text: string): ReportFile => ({
  fileName: `${exportName(title, atMs)}.html`,
  text,
});
