/** `trigger-lab run`: plays scenario files, each on a fresh, empty store, and reports. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openStage } from '../create-simulator.ts';
import { playScenario } from '../scenario/play.ts';
import { formatProblem } from '../scenario/problem.ts';
import { REPORTERS, type Reporter, report } from '../scenario/report.ts';
import type { ScenarioResult } from '../scenario/result.ts';
import { traceLines } from '../scenario/run.ts';
import { TRANSPORTS, type Transport } from '../scenario/transport.ts';
import { EXIT, type ExitStatus, UsageError } from './exit-status.ts';
import { expandFiles, loadFile } from './files.ts';
import { oneOf, wholeNumber } from './options.ts';
import type { Output } from './output.ts';
import { writeTarget } from './write-target.ts';

interface RunOptions {
  readonly transport: Transport;
  /** Takes the place of the file's own. */
  readonly seed: number | undefined;
  readonly traces: boolean;
}

interface Played {
  readonly result: ScenarioResult;
  readonly trace: readonly string[];
}

/** Runs `trigger-lab run …` with the words after it. */
export async function runCommand(args: readonly string[], output: Output): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      reporter: { type: 'string', default: REPORTERS[0] },
      out: { type: 'string' },
      seed: { type: 'string' },
      transport: { type: 'string', default: TRANSPORTS[0] },
      trace: { type: 'string' },
    },
  });
  const reporter: Reporter = oneOf('--reporter', values.reporter, REPORTERS);
  const options: RunOptions = {
    transport: oneOf('--transport', values.transport, TRANSPORTS),
    seed: values.seed === undefined ? undefined : wholeNumber('--seed', values.seed),
    traces: values.trace !== undefined,
  };
  const files = expandFiles(positionals);
  const { out = '-', trace } = values;
  if (out !== '-' && trace !== undefined && resolve(out) === resolve(trace)) {
    throw new UsageError(`--out and --trace both name ${out}, expected a file each`);
  }
  const reportTarget = await writeTarget('--out', out, files, output);
  const traceTarget = trace === undefined ? null : await writeTarget('--trace', trace, files, output);
  const played: Played[] = [];
  for (const file of files) played.push(await playFile(file, options, output));
  const results = played.map(({ result }) => result);
  await reportTarget.write(report(reporter, results));
  await traceTarget?.write(played.flatMap(({ trace }) => trace).join(''));
  if (results.some(({ problems }) => problems)) return EXIT.invalidFile;
  return results.every(({ passed }) => passed) ? EXIT.passed : EXIT.failed;
}

/** Plays one file; an invalid one is reported on standard error and does not run. */
async function playFile(file: string, { transport, seed, traces }: RunOptions, output: Output): Promise<Played> {
  const startedAt = performance.now();
  const loaded = await loadFile(file);
  if (!loaded.ok) {
    for (const problem of loaded.problems) output.err(`${formatProblem(problem)}\n`);
    const { problems } = loaded;
    const result = {
      file,
      title: file,
      passed: false,
      failures: [],
      warnings: [],
      virtualDurationMs: 0,
      wallMs: 0,
      problems,
    };
    return { result, trace: [] };
  }
  let trace: string[] = [];
  const result = await playScenario(loaded, {
    file,
    transport,
    openStage,
    seed,
    startedAt,
    onEnd: (world) => {
      if (traces) trace = [...traceLines(loaded.title, world)];
    },
  });
  return { result, trace };
}
