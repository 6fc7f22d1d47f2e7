/** What the loopback host answers over HTTP, by path. */
import { Hono } from 'hono';
import {
  CALLBACK_PATH,
  OPENAPI_DOCUMENT_PATH,
  OPENAPI_PATH,
  SESSION_PATH,
  type Session,
} from '../../../shared/host.ts';
import { readRendererFile } from '../renderer-files.ts';
import { securityHeaders } from '../security-headers.ts';
import type { Access } from './access.ts';
import { type BodyLimits, readBody } from './body.ts';
import { describeApi } from './described-api.ts';
import type { Limits } from './limits.ts';
import type { AnswerApi } from './open-api.ts';
import { FORBIDDEN_PAGE, STARTING_PAGE } from './pages.ts';

/** What answers once the simulator is there. */
export interface Opened {
  readonly answerApi: AnswerApi;
  readonly answerCallback: (request: Request, token: string) => Promise<Response>;
}

export interface AppOptions {
  readonly access: Access;
  readonly limits: Limits;
  readonly port: number;
  readonly origin: string;
  readonly rendererDir: string;
  readonly version: string;
  readonly opened: () => Opened | null;
  /** Told when a page has exchanged the token. */
  readonly onEntered: () => void;
  readonly onError: (error: unknown) => void;
}

/** Errors as scripts read them; the same shape as the contract's. */
const problem = (code: string, status: number, message: string, headers: Record<string, string> = {}) =>
  Response.json({ defined: false, code, status, message }, { status, headers });

const html = (page: string, status: number) =>
  new Response(page, { status, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } });

export function createApp(options: AppOptions): Hono {
  const { access, limits, port, origin, rendererDir, version, opened, onEntered, onError } = options;
  const callbackLimits = { bytes: limits.callbackBytes, ms: limits.bodyMs };
  const messageLimits = { bytes: limits.messageBytes, ms: limits.bodyMs };
  const app = new Hono();
  let described: ReturnType<typeof describeApi> | undefined;
  const headers = Object.entries(securityHeaders([`ws://127.0.0.1:${port}`, `ws://localhost:${port}`]));

  app.onError((error) => {
    onError(error);
    return problem('INTERNAL_SERVER_ERROR', 500, 'Trigger Lab failed; see its terminal for details.');
  });
  app.notFound(() => problem('NOT_FOUND', 404, 'There is no such address.'));

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
    return withBody(context.req.raw, callbackLimits, (request) => answer(request, context.req.param('token')));
  });

  app.all(`${CALLBACK_PATH}/*`, () =>
    problem(
      'METHOD_NOT_SUPPORTED',
      405,
      `Send a response as a POST to ${CALLBACK_PATH}/TOKEN, with nothing after the token.`,
      {
        Allow: 'POST',
      },
    ),
  );

  // The page's code holds no secret: it is in the package that anybody can have.
  app.get('*', async (context, next) => {
    if (isForScripts(context.req.path)) return next();
    if (!opened()) return html(STARTING_PAGE, 503);
    const file = await readRendererFile(rendererDir, context.req.path);
    if (!file) return context.notFound();
    // The page itself is asked for with the token behind its address, and a cache would keep that.
    const cache = file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-store';
    return new Response(file.body, { headers: { 'Content-Type': file.contentType, 'Cache-Control': cache } });
  });

  app.use(async (context, next) => {
    const authorization = context.req.header('Authorization');
    if (access.isBearer(authorization)) return next();
    if (isNoToken(authorization)) return problem('UNAUTHORIZED', 401, SEND_TOKEN, { 'WWW-Authenticate': 'Bearer' });
    return problem('FORBIDDEN', 403, `This is not the token of this Trigger Lab. ${SEND_TOKEN}`);
  });

  app.post(SESSION_PATH, () => {
    onEntered();
    const session: Session = { secret: access.newPageSecret() };
    return Response.json(session, { headers: { 'Cache-Control': 'no-store' } });
  });

  app.get(OPENAPI_DOCUMENT_PATH, async () => {
    described ??= describeApi(origin, version);
    return Response.json(await described);
  });

  app.all(`${OPENAPI_PATH}/*`, (context) => {
    const answer = opened()?.answerApi;
    if (!answer) return problem('SERVICE_UNAVAILABLE', 503, 'Trigger Lab is starting.');
    return withBody(context.req.raw, messageLimits, async (request, size) => {
      // A page of another site may send forms and text without asking first; JSON it may not.
      if (size > 0 && !isJson(request)) {
        return problem('UNSUPPORTED_MEDIA_TYPE', 415, 'Send the body as JSON: Content-Type: application/json.');
      }
      return (await answer(request)) ?? context.notFound();
    });
  });

  return app;
}

const SEND_TOKEN = 'Send the token from the address printed at the start, as Authorization: Bearer TOKEN.';

/** Nothing was sent that could be right: no header, or one of another kind. */
const isNoToken = (authorization: string | undefined) => !/^Bearer \S/i.test(authorization ?? '');

function isForScripts(path: string): boolean {
  return path === OPENAPI_DOCUMENT_PATH || path === SESSION_PATH || path.startsWith(`${OPENAPI_PATH}/`);
}

function isJson(request: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers.get('Content-Type') ?? '');
}

type Answer = (request: Request, bodySize: number) => Response | Promise<Response>;

/** Hands on the request with its body read; answers 413 where that is larger than the limit, 408 where it takes too long. */
async function withBody(request: Request, limits: BodyLimits, answer: Answer): Promise<Response> {
  if (request.method === 'GET' || request.method === 'HEAD') return answer(request, 0);
  const body = await readBody(request, limits);
  if (body === 'too large') return problem('PAYLOAD_TOO_LARGE', 413, `The body is larger than ${limits.bytes} bytes.`);
  if (body === 'too slow') {
    return problem('TIMEOUT', 408, `The body did not arrive within ${limits.ms / 1000} seconds.`, CLOSE);
  }
  if (body === 'broken off') return problem('BAD_REQUEST', 400, 'The connection closed before the whole body arrived.');
  const { url, method, headers } = request;
  return answer(new Request(url, { method, headers, body }), body.byteLength);
}

const CLOSE = { Connection: 'close' };
