/** `locked`: another writer has it. `newer`: a later version of Trigger Lab wrote it. `unusable`: its folder cannot be made or written. */
export type RefusalReason = 'locked' | 'newer' | 'unusable';

/** Why a store does not open, in a sentence for the user. Nothing on disk was changed. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
