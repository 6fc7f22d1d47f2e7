/** The contract over plain HTTP for scripts, and its description. */
import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '../../../shared/contract.ts';
import { CALLBACK_PATH, OPENAPI_PATH } from '../../../shared/host.ts';
import { responseBody } from '../../../shared/inputs.ts';
import type { SimulatorRouter } from '../router.ts';
import { withNameAsOnePart } from './references.ts';

/** Answers a request below `OPENAPI_PATH`; `null` where the contract has no such call. */
export type AnswerApi = (request: Request) => Promise<Response | null>;

export function createApi(router: SimulatorRouter): AnswerApi {
  const handler = new OpenAPIHandler(router);
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

export async function describeApi(origin: string, version: string): Promise<OpenAPI.Document> {
  const converter = new ZodToJsonSchemaConverter();
  const document = await new OpenAPIGenerator({ schemaConverters: [converter] }).generate(contract, {
    info: {
      title: 'Trigger Lab',
      version,
      description:
        'Everything the screens can do. Send the token from the printed address as `Authorization: Bearer TOKEN`. ' +
        'A refusal by the rules is status 409 with the code REFUSED, a sentence, and the rules behind it.',
    },
    servers: [{ url: `${origin}${OPENAPI_PATH}`, description: 'This Trigger Lab' }],
    security: [{ token: [] }],
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'The token from the printed address' } },
    },
  });
  const [, schema] = converter.convert(responseBody, { strategy: 'input' });
  return { ...document, paths: { ...document.paths, [`${CALLBACK_PATH}/{token}`]: callbackPath(origin, schema) } };
}

function callbackPath(origin: string, schema: object): OpenAPI.PathItemObject {
  const reply = (description: string) => ({ description });
  return {
    servers: [{ url: origin, description: 'Where external systems send their responses' }],
    post: {
      operationId: 'callback',
      tags: ['callbacks'],
      summary: "An external system's response to a waiting Action",
      description:
        'The address, with its token, is the CallBackURL of the call. The first valid response decides; no other proof is needed.',
      security: [],
      parameters: [{ name: 'token', in: 'path', required: true, schema: { type: 'string' } }],
      requestBody: { required: true, content: { 'application/json': { schema } } },
      responses: {
        200: reply('Accepted, or an identical repeat'),
        400: reply('The body is not a response'),
        401: reply('The token belongs to another Action'),
        404: reply('No Action has this token'),
        409: reply('Too late, or another response was accepted earlier'),
      },
    },
  } as OpenAPI.PathItemObject;
}
