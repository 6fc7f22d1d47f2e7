/** What `trigger-lab verdict` is told besides its file. */
export interface VerdictValues {
  readonly actionType?: string;
  readonly limit: readonly string[];
  readonly junit?: string;
  readonly reporter: string;
}
