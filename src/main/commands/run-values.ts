/** What `trigger-lab run` is told besides its files; a list where an option may be repeated. */
export interface RunValues {
  readonly reporter: readonly string[];
  readonly out?: string;
  readonly trace?: string;
  readonly coverage?: string;
  readonly snapshot?: boolean;
  readonly updateSnapshots?: boolean;
  readonly seed?: string;
  readonly transport: string;
  readonly var: readonly string[];
  readonly strict?: string;
  readonly grep?: string;
  readonly tag: readonly string[];
  readonly bail?: string;
  readonly shard?: string;
  readonly jobs: string;
  readonly timeout?: string;
  readonly watch?: boolean;
}
