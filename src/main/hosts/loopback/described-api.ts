/** What `/openapi.json` says of the contract, and of the address that external systems respond to. */
import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { contract } from '../../../shared/contract.ts';
import { CALLBACK_PATH, OPENAPI_PATH } from '../../../shared/host.ts';
import { responseBody } from '../../../shared/inputs.ts';
import { DocumentedErrors, errorResponses, withErrors } from './documented-errors.ts';
import { NamedSchemas } from './named-schemas.ts';

const TAGS: Readonly<Record<string, string>> = {
  state: 'What there is now, in the words of expectations, and whether it is as expected.',
  acting: 'What people and external systems do.',
  clock: 'Virtual time.',
  scenarios: 'The scenario library, files, and running them.',
  coverage: 'What scenarios exercise of all there is, and what has happened of it.',
  history: 'What happened, and going back to it.',
  events: 'Following what happens.',
  'External APIs': 'How calls went in real time.',
  lab: 'Many lives of one Action type.',
  lesson: 'Lessons of the course.',
  presenter: 'What an audience sees.',
  recorder: 'Making a scenario of what is done.',
  workspace: 'The workspace that is open.',
  workspaces: 'The workspaces that are kept side by side.',
  erase: 'All that is kept on this machine, and removing it.',
  callbacks: 'Where external systems send their responses.',
};

/** The document, OpenAPI 3.1; `origin` is where this Trigger Lab listens. */
export async function describeApi(origin: string, version: string): Promise<OpenAPI.Document> {
  const named = new NamedSchemas();
  const errors = new DocumentedErrors();
  const generated = await new OpenAPIGenerator({ schemaConverters: [named] }).generate(contract, {
    info: {
      title: 'Trigger Lab',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'Everything the screens can do. Send the token from the printed address as `Authorization: Bearer TOKEN`. ' +
        'A refusal by the rules is status 409 with the code REFUSED, a sentence, and the rules behind it.',
    },
    servers: [{ url: `${origin}${OPENAPI_PATH}`, description: 'This Trigger Lab' }],
    security: [{ token: [] }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    customErrorResponseBodySchema: errors.bodyOf as never,
  });
  const [, body] = named.convert(responseBody, { strategy: 'input' });
  const paths = {
    ...overOperations(generated.paths ?? {}, withErrors),
    [`${CALLBACK_PATH}/{token}`]: callbackPath(origin, body as object),
  };
  const { document, schemas } = named.complete({ ...generated, paths, errors: errors.schemas });
  const { errors: errorSchemas, ...whole } = document;
  return {
    ...whole,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'The token from the printed address' } },
      responses: errorResponses,
      schemas: { ...schemas, ...errorSchemas },
    },
  } as OpenAPI.Document;
}

function overOperations(
  paths: OpenAPI.PathsObject,
  change: (operation: OpenAPI.OperationObject) => OpenAPI.OperationObject,
): OpenAPI.PathsObject {
  return Object.fromEntries(
    Object.entries(paths).map(([path, operations = {}]) => [
      path,
      Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, change(operation as never)])),
    ]),
  );
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
