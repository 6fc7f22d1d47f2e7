/** What is told about each text: what its own check found, and what the checks of those found that include it. */
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';

/** What the check of one text found, by the addresses of the texts that it is about. */
export type Findings = ReadonlyMap<string, readonly Diagnostic[]>;

interface Checked {
  readonly version: number;
  readonly findings: Findings;
}

/** Tells of a text whatever is known about it, each once, whenever some of that changes. */
export class Told {
  readonly #send: (params: PublishDiagnosticsParams) => void;
  readonly #checked = new Map<string, Checked>();

  constructor(send: (params: PublishDiagnosticsParams) => void) {
    this.#send = send;
  }

  /** What the check of this version of a text found, in the place of what the one before did. */
  checked(uri: string, version: number, findings: Findings): void {
    const before = this.#checked.get(uri)?.findings ?? new Map();
    this.#checked.set(uri, { version, findings });
    for (const each of new Set([uri, ...before.keys(), ...findings.keys()])) this.#tell(each);
  }

  /** A text that was closed is not checked any more. */
  closed(uri: string): void {
    const before = this.#checked.get(uri)?.findings ?? new Map();
    this.#checked.delete(uri);
    for (const each of new Set([uri, ...before.keys()])) this.#tell(each);
  }

  #tell(uri: string): void {
    const known = new Map<string, Diagnostic>();
    for (const { findings } of this.#checked.values()) {
      for (const each of findings.get(uri) ?? []) known.set(JSON.stringify([each.range, each.message]), each);
    }
    const version = this.#checked.get(uri)?.version;
    this.#send({ uri, diagnostics: [...known.values()], ...(version !== undefined && { version }) });
  }
}
