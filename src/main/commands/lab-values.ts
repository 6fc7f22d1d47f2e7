/** What both `lab` and `lab merge` are told about their report. */
export interface LabReportValues {
  readonly measure: readonly string[];
  readonly limit: readonly string[];
  readonly junit?: string;
  readonly out: string;
}

/** What `trigger-lab lab` is told besides its file. */
export interface LabValues extends LabReportValues {
  readonly trials?: string;
  readonly actionType?: string;
  readonly seed?: string;
  readonly window: string;
  readonly launchHours: string;
  readonly workers?: string;
  readonly vary: readonly string[];
  readonly shard?: string;
  readonly progress: boolean;
}
