/** What the loopback host answers over HTTP, by path. */
import { Hono } from 'hono';
import { CALLBACK_PATH, OPENAPI_DOCUMENT_PATH, OPENAPI_PATH } from '../../../shared/host.ts';
import { readRendererFile } from '../renderer-files.ts';
import { securityHeaders } from '../security-headers.ts';
import type { Access } from './access.ts';
import { CALLBACK_LIMIT_BYTES, MESSAGE_LIMIT_BYTES, readBody } from './body.ts';
import { type AnswerApi, describeApi } from './open-api.ts';
import { FORBIDDEN_PAGE, STARTING_PAGE } from './pages.ts';

/** What answers once the simulator is there. */
export interface Opened {
  readonly answerApi: AnswerApi;
  readonly answerCallback: (request: Request, token: string) => Promise<Response>;
}

export interface AppOptions {
  readonly access: Access;
  readonly port: number;
  readonly origin: string;
  readonly rendererDir: string;
  readonly version: string;
  readonly opened: () => Opened | null;
  readonly onError: (error: unknown) => void;
}

/** Errors as scripts read them; the same shape as the contract's. */
const problem = (code: string, status: number, message: string, headers: Record<string, string> = {}) =>
  Response.json({ defined: false, code, status, message }, { status, headers });

const html = (page: string, status: number) =>
  new Response(page, { status, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } });

export function createApp({ access, port, origin, rendererDir, version, opened, onError }: AppOptions): Hono {
  const app = new Hono();
  const headers = Object.entries(securityHeaders([`ws://127.0.0.1:${port}`, `ws://localhost:${port}`]));

  app.onError((error) => {
    onError(error);
    return problem('INTERNAL_SERVER_ERROR', 500, 'Trigger Lab failed; its terminal says why.');
  });
  app.notFound(() => problem('NOT_FOUND', 404, 'There is nothing here.'));

  app.use(async (context, next) => {
    const own = { host: context.req.header('Host'), origin: context.req.header('Origin') };
    if (access.isOwnOrigin(own)) await next();
    else context.res = html(FORBIDDEN_PAGE, 403);
    for (const [name, value] of headers) context.header(name, value);
  });

  // External systems know no more than the token in the address they were given.
  app.post(`${CALLBACK_PATH}/:token`, (context) => {
    const answer = opened()?.answerCallback;
    if (!answer) return problem('SERVICE_UNAVAILABLE', 503, 'Trigger Lab is starting.');
    return withBody(context.req.raw, CALLBACK_LIMIT_BYTES, (request) => answer(request, context.req.param('token')));
  });

  app.all(`${CALLBACK_PATH}/*`, () =>
    problem('METHOD_NOT_SUPPORTED', 405, `An answer is a POST to ${CALLBACK_PATH}/TOKEN, without anything behind it.`, {
      Allow: 'POST',
    }),
  );

  app.get('/', async (context, next) => {
    const token = context.req.query('token');
    if (token === undefined || !access.isToken(token)) return next();
    // The address bar keeps its #fragment over a redirect that names none.
    return new Response(null, {
      status: 302,
      headers: { Location: '/', 'Set-Cookie': access.setCookie, 'Cache-Control': 'no-store' },
    });
  });

  app.use(async (context, next) => {
    const proof = { cookie: context.req.header('Cookie'), authorization: context.req.header('Authorization') };
    if (access.isKnown(proof)) return next();
    if (isForPeople(context.req.path)) return html(FORBIDDEN_PAGE, 403);
    return problem('FORBIDDEN', 403, 'Send the token of the printed address: Authorization: Bearer TOKEN.');
  });

  app.get(OPENAPI_DOCUMENT_PATH, async () => Response.json(await describeApi(origin, version)));

  app.all(`${OPENAPI_PATH}/*`, (context) => {
    const answer = opened()?.answerApi;
    if (!answer) return problem('SERVICE_UNAVAILABLE', 503, 'Trigger Lab is starting.');
    return withBody(
      context.req.raw,
      MESSAGE_LIMIT_BYTES,
      async (request) => (await answer(request)) ?? context.notFound(),
    );
  });

  app.get('*', async (context) => {
    if (!opened()) return html(STARTING_PAGE, 503);
    const file = await readRendererFile(rendererDir, context.req.path);
    if (!file) return context.notFound();
    const cache = file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache';
    return new Response(file.body, { headers: { 'Content-Type': file.contentType, 'Cache-Control': cache } });
  });

  return app;
}

function isForPeople(path: string): boolean {
  return path !== OPENAPI_DOCUMENT_PATH && !path.startsWith(`${OPENAPI_PATH}/`);
}

/** Hands on the request with its body read; answers 413 where that is larger than the limit. */
async function withBody(request: Request, limit: number, answer: (request: Request) => Response | Promise<Response>) {
  if (request.method === 'GET' || request.method === 'HEAD') return answer(request);
  const body = await readBody(request, limit);
  if (body === 'too large') return problem('PAYLOAD_TOO_LARGE', 413, `The body is larger than ${limit} bytes.`);
  if (body === 'broken off') return problem('BAD_REQUEST', 400, 'The body broke off.');
  const { url, method, headers } = request;
  return answer(new Request(url, { method, headers, body }));
}
