/** The contract over plain HTTP for scripts. */
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { OPENAPI_PATH } from '../../../shared/host.ts';
import type { SimulatorRouter } from '../router.ts';
import { fromQuery } from './query-values.ts';
import { withNameAsOnePart } from './references.ts';

/** Answers a request below `OPENAPI_PATH`; `null` where the contract has no such call. */
export type AnswerApi = (request: Request) => Promise<Response | null>;

export function createApi(router: SimulatorRouter): AnswerApi {
  const handler = new OpenAPIHandler(router, {
    clientInterceptors: [
      (call) => {
        const { inputSchema, route } = call.procedure['~orpc'];
        return call.next(route.method === 'GET' ? { ...call, input: fromQuery(inputSchema, call.input) } : call);
      },
    ],
  });
  return async (request) => {
    const { matched, response } = await handler.handle(atOnePart(request), { prefix: OPENAPI_PATH });
    return matched ? response : null;
  };
}

/** The request at the address that the contract knows it by. */
function atOnePart(request: Request): Request {
  const url = new URL(request.url);
  const path = withNameAsOnePart(url.pathname.slice(OPENAPI_PATH.length));
  if (`${OPENAPI_PATH}${path}` === url.pathname) return request;
  url.pathname = `${OPENAPI_PATH}${path}`;
  return new Request(url, request);
}
