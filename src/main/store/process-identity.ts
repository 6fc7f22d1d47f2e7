/** Telling whether a process that wrote down its name still runs. */
import { readFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { errorCode } from './durable.ts';

/**
 * What tells a process from a later one with the same id: boot and start time, on Linux. `null` elsewhere, and where no such
 * process runs. Ids come round again soon in containers, where the app may always be process 7.
 */
export async function processStamp(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  try {
    const [boot, stat] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    // The second field is the program's name in parentheses and may hold anything; state and start time come behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startedAt] = [fields[0], fields[19]];
    return state === 'Z' || startedAt === undefined ? null : `${boot.trim()} ${startedAt}`;
  } catch {
    return null;
  }
}

/** A process of this machine, as it described itself when it ran. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly stamp: string | null;
  /** ISO 8601, when it wrote this. */
  readonly since: string;
}

const CLOCK_TOLERANCE_MS = 60_000;

/**
 * True where that very process still runs. Its stamp decides where there is one. The time of day does not: after somebody has set
 * the clock, a process may seem to have begun before its computer did. Only without a stamp nothing better is to be had.
 */
export async function isRunning({ pid, stamp, since }: ProcessIdentity): Promise<boolean> {
  const bootedAt = Date.now() - uptime() * 1_000;
  if (stamp === null && Date.parse(since) < bootedAt - CLOCK_TOLERANCE_MS) return false;
  const signal = trySignal(pid);
  if (signal === 'no such process' || stamp === null) return signal !== 'no such process';
  const present = await processStamp(pid);
  // Another user's process may be hidden from /proc; one of our own without a stamp has just ended.
  return present === null ? signal === 'not ours' : present === stamp;
}

function trySignal(pid: number): 'ours' | 'not ours' | 'no such process' {
  try {
    process.kill(pid, 0);
    return 'ours';
  } catch (error) {
    return errorCode(error) === 'EPERM' ? 'not ours' : 'no such process';
  }
}
