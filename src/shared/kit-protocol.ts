/** What the Playwright kit and the server of its worker say to each other, over the channel between the two processes. */

/** Opens a fresh workspace, in memory; the one before it is gone then, with its address. */
export interface OpenRequest {
  /** The answer carries it too. */
  readonly id: number;
  /** What is opened, none of its steps taken; `null` opens the sample workspace. */
  readonly scenario: ScenarioSource | null;
}

export interface ScenarioSource {
  readonly text: string;
  /** The path of its file: for messages, and where the files that it includes are looked for. */
  readonly file: string;
  /** Values of its parameters, by name; there must be such a parameter. */
  readonly vars: Readonly<Record<string, string | number | boolean | null>>;
}

/** `address`: of the page, with its token. `problem`: why there is none, in sentences, one a line. */
export type OpenAnswer = { readonly id: number } & ({ readonly address: string } | { readonly problem: string });
