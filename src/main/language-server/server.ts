/** The language server: what editors ask about scenario files, answered over the Language Server Protocol. */
import { resolve } from 'node:path';
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  type InitializeResult,
  type Location,
  MarkupKind,
  SymbolKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { type Range, TextDocument } from 'vscode-languageserver-textdocument';
import type { ReadFile } from '../scenario/includes.ts';
import { fileOf, isInside, uriOf } from './addresses.ts';
import { check, type Found, underlining } from './check.ts';
import { complete, type Proposal } from './complete.ts';
import { type Defined, definitionAt } from './definition.ts';
import type { Disk } from './disk.ts';
import { hoverAt } from './hover.ts';
import { outlineOf, type Part } from './outline.ts';
import { type Findings, Told } from './told.ts';

/** What it asks of its surroundings. */
export interface LanguageServerOptions {
  readonly version: string;
  /** What no editor has open is read from it. */
  readonly disk: Disk;
  /**
   * The folders whose files are scenarios, from the folder that the editor has open; nothing is said about other files. None:
   * every file that the editor asks about is one.
   */
  readonly folders: readonly string[];
}

/** Answers on this connection until it is closed. */
export function serveLanguage(connection: Connection, { version, disk, folders }: LanguageServerOptions): void {
  const documents = new TextDocuments(TextDocument);
  let served = folders;
  const isServed = (file: string) => served.length === 0 || served.some((folder) => isInside(file, folder));
  /** A text that is about scenarios, as far as the editor was told. */
  const scenarioAt = (uri: string) => (isServed(fileOf(uri)) ? documents.get(uri) : undefined);
  const found = new Map<string, readonly Found[]>();
  const told = new Told((params) => void connection.sendDiagnostics(params));

  /** What an editor has open goes before what is on the disk. */
  const readOpen: ReadFile = (file) =>
    documents
      .all()
      .find(({ uri }) => fileOf(uri) === file)
      ?.getText() ?? disk.readFile(file);

  const publish = (document: TextDocument) => {
    const problems = check(document.getText(), fileOf(document.uri), { readFile: readOpen });
    found.set(document.uri, problems);
    told.checked(document.uri, document.version, findingsOf(document, problems));
  };
  /** Those of included files at their own places, too. */
  const findingsOf = (document: TextDocument, problems: readonly Found[]): Findings => {
    const findings = new Map([[document.uri, problems.map((each) => diagnosticOf(each, document))]]);
    const elsewhere = problems.filter(({ problem }) => problem.file !== fileOf(document.uri));
    for (const [file, all] of Map.groupBy(elsewhere, ({ problem }) => problem.file)) {
      const text = readOpen(file);
      const uri = uriOf(file, documents.all());
      if (uri === null || !isServed(file) || typeof text !== 'string') continue;
      const there = TextDocument.create(uri, document.languageId, 0, text);
      const placeOf = underlining(text);
      const diagnostics = all.map(({ problem }) => diagnosticOf({ problem, ...placeOf(problem) }, there));
      findings.set(uri, diagnostics);
    }
    return findings;
  };
  /** Once the messages that are there already are dealt with: of a burst of changes only the last text is checked. */
  const publishSoon = ({ uri, version: changed }: TextDocument) => {
    setImmediate(() =>
      setImmediate(() => {
        const document = scenarioAt(uri);
        if (document?.version === changed) publish(document);
      }),
    );
  };
  const publishIncluding = (file: string | null) => {
    for (const document of documents.all()) {
      if (fileOf(document.uri) !== file && /^\s*["']?include/m.test(document.getText())) publishSoon(document);
    }
  };

  connection.onInitialize(({ workspaceFolders, rootUri }) => {
    const root = workspaceFolders?.[0]?.uri ?? rootUri;
    served = folders.map((folder) => resolve(root ? fileOf(root) : '', folder));
    return whatIsServed(version);
  });
  documents.onDidChangeContent(({ document }) => {
    publishSoon(document);
    publishIncluding(fileOf(document.uri));
  });
  documents.onDidClose(({ document: { uri } }) => {
    found.delete(uri);
    told.closed(uri);
    publishIncluding(fileOf(uri));
  });
  connection.onDidChangeWatchedFiles(() => publishIncluding(null));

  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const document = scenarioAt(uri);
    if (document === undefined) return [];
    const proposals = complete(document.getText(), document.offsetAt(position), fileOf(uri), {
      ...disk,
      readFile: readOpen,
    });
    return proposals.map((proposal, index) => itemOf(proposal, index, document));
  });
  connection.onHover(({ textDocument: { uri }, position }) => {
    const document = scenarioAt(uri);
    const hovered = document && hoverAt(document.getText(), document.offsetAt(position));
    if (!document || !hovered) return null;
    return { contents: { kind: MarkupKind.Markdown, value: hovered.help }, range: rangeOf(hovered, document) };
  });
  connection.onDefinition(({ textDocument: { uri }, position }) => {
    const document = scenarioAt(uri);
    const offset = document?.offsetAt(position) ?? 0;
    const defined = document && definitionAt(document.getText(), offset, fileOf(uri), readOpen);
    const address = defined ? uriOf(defined.file, documents.all()) : null;
    return defined && address !== null ? locationOf(defined, address) : null;
  });
  connection.onCodeAction(({ textDocument: { uri }, range }) => {
    const document = scenarioAt(uri);
    if (document === undefined) return [];
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    return (found.get(uri) ?? [])
      .filter((each) => each.from <= to && each.to >= from)
      .flatMap((each) => actionOf(each, document));
  });
  connection.onDocumentSymbol(({ textDocument: { uri } }) => {
    const document = scenarioAt(uri);
    return document === undefined ? [] : outlineOf(document.getText()).map((part) => symbolOf(part, document));
  });

  documents.listen(connection);
  connection.listen();
}

const whatIsServed = (version: string): InitializeResult => ({
  serverInfo: { name: 'trigger-lab', version },
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: { triggerCharacters: [' ', '/', '$', '"'] },
    hoverProvider: true,
    definitionProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    documentSymbolProvider: true,
  },
});

const rangeOf = ({ from, to }: { readonly from: number; readonly to: number }, document: TextDocument): Range => ({
  start: document.positionAt(from),
  end: document.positionAt(to),
});

function locationOf({ line, column, length }: Defined, uri: string): Location {
  const [at, start] = [line - 1, column - 1];
  return { uri, range: { start: { line: at, character: start }, end: { line: at, character: start + length } } };
}

function diagnosticOf({ problem, from, to }: Omit<Found, 'fix'>, document: TextDocument): Diagnostic {
  const { file, line, column, path, message } = problem;
  const isHere = file === fileOf(document.uri);
  return {
    range: rangeOf({ from, to }, document),
    severity: DiagnosticSeverity.Error,
    source: 'trigger-lab',
    message: isHere ? message : `${file}:${line}:${column}: ${path}: ${message}`,
  };
}

const ITEM_KINDS = {
  key: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
  parameter: CompletionItemKind.Variable,
  file: CompletionItemKind.File,
} as const;

function itemOf(
  { label, kind, help, text, from, to }: Proposal,
  index: number,
  document: TextDocument,
): CompletionItem {
  return {
    label,
    kind: ITEM_KINDS[kind],
    // As they are listed here: what comes first in the format comes first.
    sortText: String(index).padStart(5, '0'),
    filterText: text.startsWith(document.getText(rangeOf({ from, to: from + 1 }, document))) ? text : label,
    textEdit: { range: rangeOf({ from, to }, document), newText: text },
    ...(help !== '' && { documentation: { kind: MarkupKind.Markdown, value: help } }),
  };
}

function actionOf(each: Found, document: TextDocument): CodeAction[] {
  const { fix } = each;
  if (fix === null) return [];
  return [
    {
      title: `Change to “${fix.word}”`,
      kind: CodeActionKind.QuickFix,
      isPreferred: true,
      diagnostics: [diagnosticOf(each, document)],
      edit: { changes: { [document.uri]: [{ range: rangeOf(fix, document), newText: fix.text }] } },
    },
  ];
}

const SYMBOL_KINDS = {
  section: SymbolKind.Module,
  definition: SymbolKind.Object,
  chapter: SymbolKind.Namespace,
  step: SymbolKind.Event,
} as const;

function symbolOf(part: Part, document: TextDocument): DocumentSymbol {
  const range = rangeOf(part, document);
  const children = part.parts.map((each) => symbolOf(each, document));
  return { name: part.name, kind: SYMBOL_KINDS[part.kind], range, selectionRange: range, children };
}
