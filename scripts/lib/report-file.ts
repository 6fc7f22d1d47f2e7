import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Counts, NOTHING } from './counts.ts';

interface Run {
  readonly code: number;
  readonly count: (report: unknown) => Counts;
}

/**
 * Gives a test runner a file for its JSON report and counts what is in it. A run that left no readable report, or that failed
 * or ran nothing although its report knows of no failure, has broken: that is one failed.
 */
export async function withReport(run: (file: string) => Promise<Run>): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'trigger-lab-test-'));
  try {
    const file = join(folder, 'report.json');
    const { code, count } = await run(file);
    const counts = read(file, count);
    const ran = counts.passed + counts.failed + counts.skipped;
    const broken = counts.failed === 0 && (code !== 0 || ran === 0);
    return broken ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(file: string, count: Run['count']): Counts {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return NOTHING;
  }
}
