/** An instant of real time as people write it, here: `28 Nov 2026, 12:30:05`; `null`: of an earlier version, which did not say. */
export function wallClockText(savedAt: string | null): string {
  if (savedAt === null) return 'by an earlier version';
  return new Date(savedAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
}
