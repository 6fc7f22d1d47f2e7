import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';

/** Hands signals on to the child and resolves to its exit status, 128 + n for a signal as shells have it. */
export function runToEnd(child: ChildProcess): Promise<number> {
  const onInterrupt = () => {
    // Ctrl+C reaches the whole process group by itself; twice would be read as impatience.
    if (!process.stdin.isTTY) child.kill('SIGINT');
  };
  const onTerminate = () => {
    child.kill('SIGTERM');
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  return new Promise<number>((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  }).finally(() => {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onTerminate);
  });
}
