/** What came of some trials, one after the other: a column for each thing there is to know of a life. */
export class Lives {
  /** How many there is room for. */
  readonly size: number;
  /** The index of the ending in `ENDINGS`. */
  readonly endings: Uint8Array;
  /** Retries started (R11); one call more was made. */
  readonly retryCounts: Uint8Array;
  readonly failedCallCounts: Uint8Array;
  /** When a call connected, milliseconds since launch; -1 where none did. */
  readonly connectedAfterMs: Float64Array;
  /** When the life ended, milliseconds since launch; -1 where it still waits. */
  readonly endedAfterMs: Float64Array;
  /** When it ended Done Successfully, milliseconds since launch; -1 where it did not. */
  readonly succeededAfterMs: Float64Array;
  /** 1 where one of its calls was made in an outage, else 0. */
  readonly metOutage: Uint8Array;
  /** The longest time in which nothing was heard of the Action: between two calls, results or its end. */
  readonly longestSilencesMs: Float64Array;

  constructor(size: number) {
    this.size = size;
    this.endings = new Uint8Array(size);
    this.retryCounts = new Uint8Array(size);
    this.failedCallCounts = new Uint8Array(size);
    this.connectedAfterMs = new Float64Array(size);
    this.endedAfterMs = new Float64Array(size);
    this.succeededAfterMs = new Float64Array(size);
    this.metOutage = new Uint8Array(size);
    this.longestSilencesMs = new Float64Array(size);
  }
}
