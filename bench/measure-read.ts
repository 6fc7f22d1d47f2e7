/** Measures one row of `bench -- read` in this process and prints it as JSON. */
import { loadScenario } from '../src/main/scenario/load.ts';
import { READ_TEXTS } from './read-texts.ts';

const [id = '', size = ''] = process.argv.slice(2);
const makeText = READ_TEXTS[id];
if (!makeText) throw new Error(`no kind of text ${id}`);
const text = makeText(Number(size));
// What is compiled at first use is not what grows.
loadScenario('steps: [{ advance: 1m }]', 'first.yaml');
const startedAt = performance.now();
const cpuBefore = process.threadCpuUsage();
const loaded = loadScenario(text, 'read.yaml');
const { user, system } = process.threadCpuUsage(cpuBefore);
process.stdout.write(
  JSON.stringify({
    wallMs: Math.round(performance.now() - startedAt),
    cpuMs: Math.round((user + system) / 1_000),
    problems: loaded.ok ? null : loaded.problems.length,
    maxRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
