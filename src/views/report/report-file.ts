/** A report as a file to be handed on. */
import { fileNameOf } from '../../shared/file-name.ts';

export interface ReportFile {
  readonly fileName: string;
  readonly text: string;
}

const two = (value: number) => String(value).padStart(2, '0');

/** What an export about `title` is called, with the real time it is of, by the clock of the machine: `pay-retries-2026-11-28-1520`. */
export function exportName(title: string, at: Date): string {
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${fileNameOf(title, 'report')}-${day}-${two(at.getHours())}${two(at.getMinutes())}`;
}

export const reportFile = (title: string, at: Date, text: string): ReportFile => ({
  fileName: `${exportName(title, at)}.html`,
  text,
});
