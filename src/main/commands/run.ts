/** `trigger-lab run`: plays scenario files, each on a fresh, empty store, and reports. */
import { resolve } from 'node:path';
import type { World } from '../../shared/world.ts';
import { openStage } from '../create-simulator.ts';
import { invalidResult, playScenario } from '../scenario/play.ts';
import { formatProblem } from '../scenario/problem.ts';
import { REPORTERS, type Reporter, report } from '../scenario/report.ts';
import type { ScenarioResult } from '../scenario/result.ts';
import { traceLines } from '../scenario/run.ts';
import { TRANSPORTS, type Transport } from '../scenario/transport.ts';
import type { RunValues } from './declared-run.ts';
import { EXIT, type ExitStatus, UsageError } from './exit-status.ts';
import { expandFiles, loadScenariosOf } from './files.ts';
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

/** Runs `trigger-lab run`. */
export async function runCommand(named: readonly string[], values: RunValues, output: Output): Promise<ExitStatus> {
  const reporter: Reporter = oneOf('--reporter', values.reporter, REPORTERS);
  const options: RunOptions = {
    transport: oneOf('--transport', values.transport, TRANSPORTS),
    seed: values.seed === undefined ? undefined : wholeNumber('--seed', values.seed),
    traces: values.trace !== undefined,
  };
  const files = expandFiles(named);
  const { out = '-', trace } = values;
  if (out !== '-' && trace !== undefined && resolve(out) === resolve(trace)) {
    throw new UsageError(`--out and --trace both name ${out}, expected a file each`);
  }
  const reportTarget = await writeTarget('--out', out, files, output);
  const traceTarget = trace === undefined ? null : await writeTarget('--trace', trace, files, output);
  const played: Played[] = [];
  for (const file of files) played.push(...(await playFile(file, options, output)));
  const results = played.map(({ result }) => result);
  await reportTarget.write(report(reporter, results));
  await traceTarget?.write(played.flatMap(({ trace }) => trace).join(''));
  if (results.some(({ problems }) => problems)) return EXIT.invalidFile;
  return results.every(({ passed }) => passed) ? EXIT.passed : EXIT.failed;
}

/** Plays the scenarios of one file; of an invalid one none, and its problems are told on standard error. */
async function playFile(file: string, { transport, seed, traces }: RunOptions, output: Output): Promise<Played[]> {
  const loaded = await loadScenariosOf(file);
  if (!loaded.ok) {
    for (const problem of loaded.problems) output.err(`${formatProblem(problem)}\n`);
    return [{ result: invalidResult(file, loaded.problems), trace: [] }];
  }
  const played: Played[] = [];
  for (const each of loaded.scenarios) {
    let trace: readonly string[] = [];
    const onEnd = (world: World) => {
      if (traces) trace = [...traceLines(each.title, world)];
    };
    played.push({ result: await playScenario(each, { file, transport, openStage, seed, onEnd }), trace });
  }
  return played;
}
