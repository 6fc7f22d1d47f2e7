/** Measures one row of a group in this process and prints it as JSON. */
import { GROUPS } from './groups.ts';

const [group = '', id = ''] = process.argv.slice(2);
const row = GROUPS[group]?.[id];
if (!row) throw new Error(`no row ${group} ${id}`);
const job = await row.prepare();
const startedAt = performance.now();
const done = await job();
const elapsedMs = performance.now() - startedAt;
const { count, wallMs } = typeof done === 'number' ? { count: done, wallMs: elapsedMs } : done;
const maxRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ count, unit: row.unit, wallMs, maxRssMb }));
process.exit(0);
