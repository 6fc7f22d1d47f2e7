/**
 * Why the disk said no while a workspace is open. `fenced`: the files are no longer those that this process opened; nothing is
 * written any more. `unwritable`: the disk is full or may not be written or read; what waits is written as soon as it can be.
 * `unreadable`: what lies there is no file, or one that the disk cannot give back; a copy may be whole.
 */
export type FailureReason = 'fenced' | 'unwritable' | 'unreadable';

/** A failure to keep something, with a sentence for people, never a system's code. No bug. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly reason: FailureReason;

  constructor(reason: FailureReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
