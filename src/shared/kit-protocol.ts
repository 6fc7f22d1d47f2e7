/** What the Playwright kit and the server of its worker say to each other, over the channel between the two processes. */

/** Opens a fresh workspace, in memory; the one before it is gone then, with its address. */
interface OpenRequest {
  readonly ask: 'open';
  /** The answer carries it too. */
  readonly id: number;
  /** What is opened, none of its steps taken; `null` opens the sample workspace. */
  readonly scenario: ScenarioSource | null;
}

/** Asks for a scenario as one file that stands alone, its includes added and its parameters filled in. Nothing is opened. */
interface WholeRequest {
  readonly ask: 'whole';
  readonly id: number;
  readonly scenario: ScenarioSource;
}

export type KitRequest = OpenRequest | WholeRequest;

export interface ScenarioSource {
  readonly text: string;
  /** The path of its file: for messages, and where the files that it includes are looked for. */
  readonly file: string;
  /** Values of its parameters, by name; there must be such a parameter. */
  readonly vars: Readonly<Record<string, string | number | boolean | null>>;
}

/** `said`: the address of the page, with its token, or the text of the file. `problem`: why there is none, in sentences, one a line. */
export type KitAnswer = { readonly id: number } & ({ readonly said: string } | { readonly problem: string });
