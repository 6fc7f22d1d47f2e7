/** `trigger-lab run`: plays scenario files, each scenario on a fresh, empty store, and reports. */
import { inOrder } from '../runner/in-order.ts';
import { playInThreads } from '../runner/in-threads.ts';
import type { Asked, FileToPlay, Played } from '../runner/play-file.ts';
import { type FileEvent, playFiles } from '../runner/play-files.ts';
import { shardOf } from '../runner/shard.ts';
import { WrittenReports } from '../runner/written-reports.ts';
import { EXIT, type ExitStatus, UsageError } from './exit-status.ts';
import { expandFiles, readStandardInput, STANDARD_INPUT } from './files.ts';
import type { Output } from './output.ts';
import { tellProblems } from './problems.ts';
import type { Program } from './program.ts';
import { type RunOptions, runOptions } from './run-options.ts';
import { runTargets, wantsOf } from './run-targets.ts';
import type { RunValues } from './run-values.ts';
import { type Snapshots, snapshotsOf } from './snapshots.ts';
import { checkVariables } from './variables.ts';

/** What only the entry knows of a run. */
export type RunProgram = Pick<Program, 'runWorkerUrl' | 'stdin' | 'stop'>;

/** Runs `trigger-lab run`; with `--watch` until it is stopped. */
export async function runCommand(
  named: readonly string[],
  values: RunValues,
  output: Output,
  program: RunProgram,
): Promise<ExitStatus> {
  const options = runOptions(values);
  const stdin = await readStandardInput(named, program.stdin);
  const runOnce = () => playAll(named, stdin, values, options, output, program);
  if (values.watch !== true) return runOnce();
  const { watching } = await import('./watch.ts');
  return watching(() => expandFiles(named), runOnce, output, program.stop?.() ?? new AbortController().signal);
}

async function playAll(
  named: readonly string[],
  stdin: string | undefined,
  values: RunValues,
  options: RunOptions,
  output: Output,
  program: RunProgram,
): Promise<ExitStatus> {
  const all = expandFiles(named);
  const files = options.shard === null ? all : shardOf(all, options.shard);
  const toPlay = files.map((file) => ({ file, from: 0, text: file === STANDARD_INPUT ? stdin : undefined }));
  await checkVariables(all, stdin, options.asked.vars);
  const reports = new WrittenReports(await runTargets(values, all, output));
  const snapshots = await snapshotsOf(values, files, output);
  const asked = { ...options.asked, wants: wantsOf(values) };
  const played = await playUntilBail(toPlay, asked, options, reports, snapshots, output, program);
  if (played.length === 0) throw new UsageError(noneLeft(values, all.length));
  await reports.end();
  return statusOf(played);
}

async function playUntilBail(
  files: readonly FileToPlay[],
  asked: Asked,
  options: RunOptions,
  reports: WrittenReports,
  snapshots: Snapshots | null,
  output: Output,
  program: RunProgram,
): Promise<Played[]> {
  const played: Played[] = [];
  let failedCount = 0;
  for await (const { file, event } of inOrder(await eventsOf(files, asked, options, program))) {
    if (event === 'done') await snapshots?.done(file);
    else if (event.type === 'began') await reports.begin();
    else {
      const ended = snapshots === null ? event.played : await snapshots.check(file, event.played);
      await reports.begin();
      tellProblems(ended.result.problems ?? [], output, files[file]?.text);
      played.push(ended);
      await reports.add(ended);
      if (!ended.result.passed) failedCount += 1;
      if (failedCount === options.bail) break;
    }
  }
  return played;
}

/** In this thread, unless several files are played at a time, or a scenario may have to be given up. */
async function eventsOf(
  files: readonly FileToPlay[],
  asked: Asked,
  { jobCount, timeoutMs }: RunOptions,
  { runWorkerUrl }: RunProgram,
): Promise<AsyncIterable<FileEvent>> {
  const isApart = timeoutMs !== null || (jobCount > 1 && files.length > 1);
  if (isApart && runWorkerUrl)
    return playInThreads(files, asked, { workerUrl: runWorkerUrl, count: jobCount, timeoutMs });
  const { openStage, keepNetwork } = await import('../open-stage.ts');
  return playFiles(files, asked, { openStage, keepOpen: keepNetwork }, inTurn());
}

function inTurn(): () => number {
  let next = 0;
  return () => next++;
}

function statusOf(played: readonly Played[]): ExitStatus {
  if (played.some(({ result }) => result.problems)) return EXIT.invalidFile;
  return played.every(({ result }) => result.passed) ? EXIT.passed : EXIT.failed;
}

/** Which options left nothing to play. */
function noneLeft({ grep, tag, shard }: RunValues, fileCount: number): string {
  const asked = [
    ...(grep === undefined ? [] : [`--grep ${grep}`]),
    ...tag.map((each) => `--tag ${each}`),
    ...(shard === undefined ? [] : [`--shard ${shard}`]),
  ].join(' ');
  return `${asked}: no scenario of ${fileCount === 1 ? 'the file' : `${fileCount} files`} is left to play`;
}
