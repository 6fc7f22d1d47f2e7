/** Measures one row in this process and prints it as JSON. */
import { ROWS } from './rows.ts';

const row = ROWS[process.argv[2] ?? ''];
if (!row) throw new Error(`no row ${process.argv[2]}; there are ${Object.keys(ROWS).join(', ')}`);
const job = await row.prepare();
const startedAt = performance.now();
const count = await job();
const wallMs = performance.now() - startedAt;
const maxRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ count, unit: row.unit, wallMs, maxRssMb }));
process.exit(0);
