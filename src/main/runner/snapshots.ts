/** Snapshots: the trace of a file's scenarios, kept beside it as `FILE.trace`; a run that leads to another one fails. */
import type { Failure } from '../scenario/result.ts';
import type { Played } from './play-file.ts';

/** The lines of a snapshot that are about the scenario with this title. */
function linesOf(snapshot: string, title: string): string[] {
  const beginning = `{"scenario":${JSON.stringify(title)},`;
  return snapshot.split('\n').filter((line) => line.startsWith(beginning));
}

/** The same scenario, failed where its trace is not the one in the snapshot; `null` where there is no snapshot. */
export function comparedWith(played: Played, snapshot: string | null, snapshotFile: string): Played {
  if (played.trace === null) return played;
  const difference = differenceOf(played.trace, played.result.title, snapshot, snapshotFile);
  if (difference === null) return played;
  const result = { ...played.result, passed: false, failures: [...played.result.failures, difference] };
  return { ...played, result };
}

function differenceOf(trace: string, title: string, snapshot: string | null, snapshotFile: string): Failure | null {
  if (snapshot === null) {
    return { step: null, path: 'trace', expected: `${snapshotFile}, which --update-snapshots writes`, actual: null };
  }
  const [expected, actual] = [linesOf(snapshot, title), linesOf(trace, title)];
  const count = Math.max(expected.length, actual.length);
  for (let index = 0; index < count; index += 1) {
    if (expected[index] === actual[index]) continue;
    return { step: null, path: `trace[${index}]`, expected: entryOf(expected[index]), actual: entryOf(actual[index]) };
  }
  return null;
}

/** The entry in words; `null` where the trace has ended. */
function entryOf(line: string | undefined): string | null {
  if (line === undefined) return null;
  const { action, since, text } = JSON.parse(line) as { action: string; since: string; text: string };
  return `${since} ${action}: ${text}`;
}

/** The snapshot with the traces of these scenarios; those of others that were not played stay. */
export function updatedSnapshot(snapshot: string | null, played: readonly Played[]): string {
  const titles = new Set(played.map(({ result }) => result.title));
  const kept = (snapshot ?? '').split('\n').filter((line) => line !== '' && !isAbout(line, titles));
  return [...kept.map((line) => `${line}\n`), ...played.map(({ trace }) => trace)].join('');
}

const isAbout = (line: string, titles: ReadonlySet<string>) =>
  [...titles].some((title) => line.startsWith(`{"scenario":${JSON.stringify(title)},`));
