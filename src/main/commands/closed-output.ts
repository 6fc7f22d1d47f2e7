/** What happens when whoever reads this process' output has gone: nothing. */

interface Emitter {
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/**
 * The reader of a pipe may leave, a terminal may be closed: then writing fails by an `error` event, which nobody but this
 * would hear, so that it ended the process, unsaved. What was to be said is lost; there is nobody left to hear it.
 */
export function tolerateClosedOutput(outputs: readonly Emitter[] = [process.stdout, process.stderr]): void {
  for (const output of outputs) output.on('error', () => undefined);
}
