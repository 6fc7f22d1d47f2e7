/** An editor: speaks to a language server in this process over the protocol. */
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type Location,
  type Position,
  type PublishDiagnosticsParams,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { connectLanguage } from '../../src/main/language-server/connect.ts';
import type { Disk } from '../../src/main/language-server/disk.ts';

/** `folders` are those that the server is told of; the editor has `/project` open. */
export async function languageClient(disk: Disk, folders: readonly string[] = []) {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const ended = connectLanguage(toServer, toClient, { version: '1.2.3', folders, disk });
  const connection = createProtocolConnection(toClient, toServer);
  const published: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const look of waiting) look();
  });
  connection.listen();
  const rootUri = pathToFileURL('/project').href;
  const initialized = await connection.sendRequest('initialize', { processId: null, rootUri, capabilities: {} });
  await connection.sendNotification('initialized', {});

  const documents = new Map<string, TextDocument>();
  const documentOf = (file: string) => documents.get(file) as TextDocument;
  const uriOf = (file: string) => pathToFileURL(file).href;
  const at = (file: string, position: Position) => ({ textDocument: { uri: uriOf(file) }, position });

  const client = {
    initialized,
    published,
    ended,
    /** Opens a text, or types another one in its place. */
    async write(file: string, text: string): Promise<void> {
      const known = documents.get(file);
      const version = (known?.version ?? 0) + 1;
      const uri = uriOf(file);
      documents.set(file, TextDocument.create(uri, 'yaml', version, text));
      if (known) {
        const contentChanges = [{ text }];
        await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      } else {
        const textDocument = { uri, languageId: 'yaml', version, text };
        await connection.sendNotification('textDocument/didOpen', { textDocument });
      }
    },
    close: (file: string) =>
      connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(file) } }),
    /** What is told about the text that was written last. */
    async problems(file: string): Promise<Diagnostic[]> {
      const wanted = documentOf(file).version;
      const told = () => published.findLast(({ uri, version }) => uri === uriOf(file) && version === wanted);
      while (told() === undefined) {
        await new Promise<void>((resolve) => {
          waiting.add(() => resolve());
        });
      }
      return told()?.diagnostics ?? [];
    },
    /** What is proposed at the `|` of a text. */
    async complete(file: string, marked: string): Promise<CompletionItem[]> {
      const offset = marked.indexOf('|');
      await client.write(file, marked.slice(0, offset) + marked.slice(offset + 1));
      return connection.sendRequest('textDocument/completion', at(file, documentOf(file).positionAt(offset)));
    },
    /** The text once the proposal with this label is taken at the `|`. */
    async taken(file: string, marked: string, label: string): Promise<string> {
      const item = (await client.complete(file, marked)).find((each) => each.label === label);
      return item === undefined
        ? `no ${label} is proposed`
        : TextDocument.applyEdits(documentOf(file), [item.textEdit as TextEdit]);
    },
    async hover(file: string, marked: string): Promise<Hover | null> {
      const offset = marked.indexOf('|');
      await client.write(file, marked.slice(0, offset) + marked.slice(offset + 1));
      return connection.sendRequest('textDocument/hover', at(file, documentOf(file).positionAt(offset)));
    },
    /** Where what is at the `|` of a text is defined. */
    async definition(file: string, marked: string): Promise<Location | null> {
      const offset = marked.indexOf('|');
      await client.write(file, marked.slice(0, offset) + marked.slice(offset + 1));
      return connection.sendRequest('textDocument/definition', at(file, documentOf(file).positionAt(offset)));
    },
    /** Waits until what is told about a text, open or not, is this: parts of its messages, all of them. */
    async told(file: string, ...parts: string[]): Promise<Diagnostic[]> {
      const latest = () => published.findLast(({ uri }) => uri === uriOf(file))?.diagnostics ?? null;
      const isTold = (diagnostics: readonly Diagnostic[] | null) =>
        diagnostics?.length === parts.length &&
        diagnostics.every(({ message }, at) => String(message).includes(parts[at] ?? ''));
      while (!isTold(latest())) {
        await new Promise<void>((resolve) => {
          waiting.add(() => resolve());
        });
      }
      return latest() ?? [];
    },
    /** What mends the problems that are told, each with the text as it is then. */
    async fixes(file: string): Promise<{ readonly title: string; readonly text: string }[]> {
      const found = await client.problems(file);
      const uri = uriOf(file);
      const asked = found.map(async (diagnostic) => {
        const params = { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] } };
        const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
        return actions.map(({ title, edit }) => ({
          title,
          text: TextDocument.applyEdits(documentOf(file), edit?.changes?.[uri] ?? []),
        }));
      });
      return (await Promise.all(asked)).flat();
    },
    symbols: (file: string): Promise<DocumentSymbol[]> =>
      connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: uriOf(file) } }),
    /** Says goodbye as an editor does; resolves to the server's exit status. */
    async end(): Promise<number> {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const status = await ended;
      connection.dispose();
      return status;
    },
  };
  return client;
}
