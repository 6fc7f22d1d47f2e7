/** Where a command writes its output, and what went wrong. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person reads what goes wrong as it is written. */
  readonly isTerminal?: boolean;
}
