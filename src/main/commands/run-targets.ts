/** What `trigger-lab run` writes, and where: reports, the trace, coverage. */
import { resolve } from 'node:path';
import type { Played, Wants } from '../runner/play-file.ts';
import type { Written } from '../runner/written-reports.ts';
import { GROWING, REPORTERS, type Reporter, report } from '../scenario/report.ts';
import { UsageError } from './exit-status.ts';
import { oneOf } from './options.ts';
import type { Output } from './output.ts';
import type { RunValues } from './run-values.ts';
import { type WriteTarget, writeTarget } from './write-target.ts';

const STANDARD_OUTPUT = '-';

/** A file, or `-`, that an option names. */
interface Named {
  readonly option: string;
  readonly file: string;
}

interface NamedReporter extends Named {
  readonly reporter: Reporter;
}

/** Everything that is to be written, checked before anything is played; a `UsageError` says why not. */
export async function runTargets(values: RunValues, inputs: readonly string[], output: Output): Promise<Written[]> {
  const reporters = namedReporters(values);
  const { trace, coverage } = values;
  const others: Named[] = [
    ...(trace === undefined ? [] : [{ option: '--trace', file: trace }]),
    ...(coverage === undefined ? [] : [{ option: '--coverage', file: coverage }]),
  ];
  checkApart([...reporters, ...others]);
  checkOutput(reporters);
  const targetOf = ({ option, file }: Named) => writeTarget(option, file, inputs, output);
  const written: Written[] = [];
  for (const named of reporters) written.push(reportTo(await targetOf(named), named.reporter));
  if (trace !== undefined) {
    written.push({ target: await targetOf({ option: '--trace', file: trace }), render: traceOf });
  }
  if (coverage !== undefined) {
    written.push({
      target: await targetOf({ option: '--coverage', file: coverage }),
      render: await coverageRenderer(),
    });
  }
  return written;
}

/** What has to be worked out for it. */
export function wantsOf(values: RunValues): Wants {
  const names = namedReporters(values).map(({ reporter }) => reporter);
  return {
    trace: values.trace !== undefined || values.snapshot === true || values.updateSnapshots === true,
    timelines: names.includes('html'),
    exercised: names.includes('json') || values.coverage !== undefined,
  };
}

/** `list`, `json=FILE`; `--out` names the file of the one reporter that has none. */
function namedReporters({ reporter: given, out }: RunValues): NamedReporter[] {
  const read = (given.length === 0 ? [REPORTERS[0]] : given).map((text) => {
    const [name = '', ...file] = text.split('=');
    const reporter = oneOf('--reporter', name, REPORTERS);
    return { option: `--reporter ${reporter}`, reporter, file: text.includes('=') ? file.join('=') : null };
  });
  const without = read.filter(({ file }) => file === null);
  if (out !== undefined && without.length !== 1) {
    const why = without.length === 0 ? 'every reporter has a file' : 'several reporters have none';
    throw new UsageError(`--out ${out}: ${why}, expected --reporter NAME=FILE`);
  }
  return read.map(({ option, reporter, file }) =>
    file === null
      ? { option: out === undefined ? option : '--out', reporter, file: out ?? STANDARD_OUTPUT }
      : { option, reporter, file },
  );
}

function checkApart(all: readonly Named[]): void {
  const byPath = new Map<string, Named>();
  for (const named of all) {
    if (named.file === STANDARD_OUTPUT) continue;
    const other = byPath.get(resolve(named.file));
    if (other)
      throw new UsageError(`${other.option} and ${named.option} both name ${named.file}, expected a file each`);
    byPath.set(resolve(named.file), named);
  }
}

/** Lines may follow lines; what is one document stands alone. */
function checkOutput(reporters: readonly NamedReporter[]): void {
  const there = reporters.filter(({ file }) => file === STANDARD_OUTPUT).map(({ reporter }) => reporter);
  const document = there.find((reporter) => GROWING[reporter] === undefined);
  if (document === undefined || there.length === 1) return;
  throw new UsageError(
    `${there.join(' and ')} both go to standard output, expected a file: --reporter ${document}=FILE`,
  );
}

function reportTo(target: WriteTarget, reporter: Reporter): Written {
  const resultsOf = (all: readonly Played[]) => all.map(({ result }) => result);
  const growing = GROWING[reporter];
  return {
    target,
    render: (all) => report(reporter, resultsOf(all)),
    ...(growing && {
      growing: {
        entry: ({ result }: Played) => growing.entry(result),
        closing: (all: readonly Played[]) => growing.closing(resultsOf(all)),
      },
    }),
  };
}

const traceOf = (all: readonly Played[]) => all.map(({ trace }) => trace ?? '').join('');

async function coverageRenderer(): Promise<Written['render']> {
  const [{ coverageReport }, { coverageJson }] = await Promise.all([
    import('../../coverage/coverage.ts'),
    import('./coverage.ts'),
  ]);
  return (all) => {
    const found = all.flatMap(({ exercised, result: { file } }) => (exercised ? [{ file, ...exercised }] : []));
    return coverageJson(coverageReport(found));
  };
}
