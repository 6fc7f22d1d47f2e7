/** Measures one row of `bench -- scale` in this process and prints it as JSON, or prepares the workspace that the rows open. */
import { makeLive } from './live-workspace.ts';
import { SCALE_ROWS } from './scale-rows.ts';

const [id = '', folder = '', actions = ''] = process.argv.slice(2);
if (id === 'prepare') {
  await makeLive(folder, Number(actions));
} else {
  const row = SCALE_ROWS[id];
  if (!row) throw new Error(`no row ${id}`);
  const value = await row.measure(folder, Number(actions));
  process.stdout.write(JSON.stringify({ value: Number(value.toFixed(row.digits)) }));
}
process.exit(0);
