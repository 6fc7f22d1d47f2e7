/** Where a command writes: what it was asked for, and what went wrong. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
