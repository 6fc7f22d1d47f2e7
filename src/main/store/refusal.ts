/** Why a store does not open, in a sentence for the user. Nothing on disk was changed. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
  /** `locked`: another writer has it. `newer`: a later version of Trigger Lab wrote it. */
  readonly reason: 'locked' | 'newer';

  constructor(reason: 'locked' | 'newer', message: string) {
    super(message);
    this.reason = reason;
  }
}
