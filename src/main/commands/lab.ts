/** `trigger-lab lab`: what configurations lead to over many lives; `lab merge` adds up the shards of one study. */

import { availableParallelism } from 'node:os';
import { countText } from '../../shared/counted.ts';
import { parseDuration } from '../../shared/duration.ts';
import { LAUNCH_HOURS, MAX_TRIALS } from '../../shared/lab.ts';
import { plainText } from '../../shared/plain-text.ts';
import { share } from '../../views/words/figures.ts';
import { measureNamed, parseLimit } from '../lab/limits.ts';
import { allHold, type ReportOptions, report } from '../lab/report.ts';
import { limitsJunit } from '../lab/report-junit.ts';
import { type Progress, runExperiment } from '../lab/run-experiment.ts';
import { mergeShards, parseShard, ShardFileError, type StudyResult, shardText, trialsOf } from '../lab/shard.ts';
import { experimentOf, type Study, settingsOf } from '../lab/study.ts';
import { combinations, setupOf } from '../lab/variants.ts';
import { ExperimentError, parseVaried } from '../lab/vary.ts';
import { loadFile } from '../scenario/load-file.ts';
import { readText } from '../scenario/read-disk.ts';
import { expectedBy } from '../scenario/wording.ts';
import { apiActionType } from './action-type.ts';
import { EXIT, type ExitStatus, UsageError } from './exit-status.ts';
import { junitTarget } from './junit-target.ts';
import { type LabOut, labOut } from './lab-out.ts';
import type { LabReportValues, LabValues } from './lab-values.ts';
import { oneOf, wholeNumber } from './options.ts';
import type { Output } from './output.ts';
import { tellProblems } from './problems.ts';
import type { WriteTarget } from './write-target.ts';

const MAX_WORKERS = 64;
const PROGRESS_EVERY_MS = 500;

/** Runs `trigger-lab lab`; `workerUrl` is the file that worker threads run. */
export async function labCommand(
  files: readonly string[],
  values: LabValues,
  output: Output,
  workerUrl: URL,
): Promise<ExitStatus> {
  return orWrongUsage(() => play(files, values, output, workerUrl));
}

/** Runs `trigger-lab lab merge`. */
export async function mergeCommand(
  files: readonly string[],
  values: LabReportValues,
  output: Output,
): Promise<ExitStatus> {
  return orWrongUsage(() => merge(files, values, output));
}

/** What is wrong with a study is wrong usage. */
async function orWrongUsage(job: () => Promise<ExitStatus>): Promise<ExitStatus> {
  try {
    return await job();
  } catch (error) {
    if (error instanceof ExperimentError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

async function play(files: readonly string[], values: LabValues, output: Output, workerUrl: URL): Promise<ExitStatus> {
  const [file, ...others] = files;
  if (file === undefined) throw new UsageError('no file given');
  if (others.length > 0) throw new UsageError(`one file at a time, not ${files.join(' and ')}`);
  if (values.trials === undefined) throw new UsageError('--trials is missing: expected how many trials to play');
  const trialCount = between('--trials', values.trials, 1, MAX_TRIALS);
  const workerCount = between('--workers', values.workers ?? String(availableParallelism()), 1, MAX_WORKERS);
  const windowMs = parseDuration(values.window);
  if (windowMs === null) throw new UsageError(`--window ${values.window}: expected a duration such as 2h`);
  const launchHours = oneOf('--launch-hours', values.launchHours, LAUNCH_HOURS);
  const asked = reportOptions(values);
  const out = await labOut(values.out, [file], output);
  const junit = await junitTarget(values.junit, asked.limits.length, [file], output);
  const shard = values.shard === undefined ? null : parseShard(values.shard);
  if (shard !== null && out.isFile && out.format !== 'json')
    throw new UsageError(`--out ${values.out}: expected a .json file: a shard is JSON`);
  const axes = values.vary.map(parseVaried);
  const variants = combinations(axes);

  const loaded = await loadFile(file);
  if (!loaded.ok) {
    tellProblems(loaded.problems, output);
    return EXIT.invalidFile;
  }
  const { scenario } = loaded;
  const startAt = Date.parse(scenario.start);
  const study: Study = {
    actionTypeName: apiActionType(scenario.actionTypes, values.actionType),
    trialCount,
    seed: values.seed === undefined ? scenario.seed : wholeNumber('--seed', values.seed),
    windowMs,
    ...(launchHours !== 'any' && { launchHours }),
    variants,
  };
  const experiment = experimentOf(scenario, startAt, study);
  const range = trialsOf(shard ?? { number: 1, count: 1 }, trialCount);
  const onProgress = values.progress ? progressPrinter(output) : undefined;
  const { result } = await runExperiment({ experiment, ...range, workerCount, workerUrl, onProgress });
  const studied: StudyResult = {
    study,
    experiment,
    settings: settingsOf(scenario, startAt, study),
    base: setupOf(scenario, study.actionTypeName, startAt),
    users: scenario.users,
    axes,
    result,
  };
  if (shard === null) return conclude(studied, asked, out, junit);
  await out.target.write(shardText(shard, studied));
  return EXIT.passed;
}

async function merge(names: readonly string[], values: LabReportValues, output: Output): Promise<ExitStatus> {
  if (names.length === 0) throw new UsageError('no file given');
  const asked = reportOptions(values);
  const out = await labOut(values.out, names, output);
  const junit = await junitTarget(values.junit, asked.limits.length, names, output);
  const files: { name: string; text: string }[] = [];
  for (const name of names) {
    const read = await readText(name);
    if (typeof read !== 'string') {
      output.err(`${plainText(name)}: ${read.problem}\n`);
      return EXIT.invalidFile;
    }
    files.push({ name, text: read });
  }
  try {
    return await conclude(mergeShards(files, expectedBy), asked, out, junit);
  } catch (error) {
    if (!(error instanceof ShardFileError)) throw error;
    output.err(`${plainText(error.message)}\n`);
    return EXIT.invalidFile;
  }
}

type Asked = Omit<ReportOptions, 'format'>;

function reportOptions(values: LabReportValues): Asked {
  const measureNames = values.measure.flatMap((each) => each.split(','));
  for (const name of measureNames) measureNamed(name);
  return { measureNames, limits: values.limit.map(parseLimit) };
}

async function conclude(
  studied: StudyResult,
  asked: Asked,
  { format, target }: LabOut,
  junit: WriteTarget | null,
): Promise<ExitStatus> {
  await junit?.write(limitsJunit(studied, asked.limits));
  await target.write(report(studied, { ...asked, format }));
  return allHold(studied, asked.limits) ? EXIT.passed : EXIT.failed;
}

function between(option: string, value: string, least: number, most: number): number {
  const number = wholeNumber(option, value);
  if (number < least || number > most) {
    throw new UsageError(`${option} ${value}: expected ${least} to ${countText(most)}`);
  }
  return number;
}

/** A line now and then: how far it is, how fast, how long it takes yet. */
function progressPrinter({ err }: Output): (progress: Progress) => void {
  let printedAt = 0;
  return ({ playedCount, trialCount, wallMs }) => {
    if (wallMs - printedAt < PROGRESS_EVERY_MS && playedCount < trialCount) return;
    printedAt = wallMs;
    const perSecond = (playedCount / wallMs) * 1_000;
    const played = share(Math.floor((playedCount / trialCount) * 100) / 100);
    const left = Math.ceil((trialCount - playedCount) / perSecond);
    err(`${played} · ${countText(Math.round(perSecond))} trials/s · ${left} s left\n`);
  };
}
