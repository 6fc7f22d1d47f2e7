/** The language server over a pair of streams, as editors start it. */
import { createConnection } from 'vscode-languageserver';
import { createProtocolConnection } from 'vscode-languageserver/node';
import { type LanguageServerOptions, serveLanguage } from './server.ts';

/** Serves until the editor says `exit` or its stream ends; resolves to 0 after a `shutdown`, else to 1, as the protocol has it. */
export function connectLanguage(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  options: LanguageServerOptions,
): Promise<number> {
  return new Promise((resolve) => {
    const watchDog = {
      shutdownReceived: false,
      initialize: () => undefined,
      exit: (status: number) => resolve(status),
    };
    const end = () => resolve(watchDog.shutdownReceived ? 0 : 1);
    input.once('end', end);
    input.once('close', end);
    const connection = createConnection((logger) => createProtocolConnection(input, output, logger), watchDog);
    serveLanguage(connection, options);
  });
}
