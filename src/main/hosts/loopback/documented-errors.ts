/** How calls fail, as the description of the API has it: one shape for every error, and each status where it can come. */
import type { OpenAPI } from '@orpc/openapi';

type Json = Record<string, unknown>;
const PREFIX = '#/components';

/** What every error is, whatever its status. */
const ERROR = {
  description: 'Why a call failed.',
  type: 'object',
  properties: {
    defined: {
      type: 'boolean',
      description: 'Whether the call says that it may fail so; false for what any call may answer.',
    },
    code: { type: 'string', description: 'A word for programs: REFUSED, NOT_FOUND, BAD_REQUEST, …' },
    status: { type: 'integer', description: 'The HTTP status.' },
    message: { type: 'string', description: 'A sentence for people.' },
    data: { description: 'What there is to say besides, by the code.' },
  },
  required: ['defined', 'code', 'status', 'message'],
};

/** The errors that calls name themselves, each a component of its own: `REFUSED` is `RefusedError`. */
export class DocumentedErrors {
  readonly #named = new Map<string, Json>();

  /** The body of an answer of this status: one of these errors. */
  bodyOf = (
    errors: readonly [code: string, message: string, hasData: boolean, data: unknown][],
    status: number,
  ): Json => {
    const refs = errors.map(([code, , hasData, data]) => {
      const name = `${code.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Error`;
      const { defined, message } = ERROR.properties;
      this.#named.set(name, {
        type: 'object',
        description: DESCRIPTIONS[code] ?? 'It cannot be done; the message says why.',
        properties: {
          defined,
          code: { const: code },
          status: { const: status },
          message,
          ...(hasData && { data }),
        },
        required: ['defined', 'code', 'status', 'message', ...(hasData ? ['data'] : [])],
      });
      return { $ref: `${PREFIX}/schemas/${name}` };
    });
    const [only] = refs;
    return refs.length === 1 && only !== undefined ? only : { oneOf: refs };
  };

  get schemas(): Json {
    return { ApiError: ERROR, ...Object.fromEntries(this.#named) };
  }
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  REFUSED: 'The rules say no.',
  INVALID_FILE: 'The scenario file has problems.',
  NOT_FOUND: 'There is nothing of that name.',
};

/** What any call may answer. */
const ANY = {
  BadRequest: [400, 'The query or the body is not what is expected; `data.issues` says where.'],
  Unauthorized: [401, 'No token was sent.'],
  Forbidden: [403, 'The token is wrong, or the request comes from another site.'],
  TooLong: [408, 'The body did not arrive in time.'],
  TooLarge: [413, 'The body is too large.'],
  NotJson: [415, 'The body is not sent as JSON.'],
  Failed: [500, 'Trigger Lab failed; it is a bug.'],
  Unavailable: [503, 'Trigger Lab is starting, or cannot write to its disk.'],
} as const;

/** What comes only where there is a body to send. */
const OF_BODIES: ReadonlySet<string> = new Set(['TooLong', 'TooLarge', 'NotJson']);

export const errorResponses: Readonly<Record<string, OpenAPI.ResponseObject>> = Object.fromEntries(
  Object.entries(ANY).map(([name, [, description]]) => [
    name,
    { description, content: { 'application/json': { schema: { $ref: `${PREFIX}/schemas/ApiError` } } } },
  ]),
);

/** An operation with the answers that any such operation may give. */
export function withErrors(operation: OpenAPI.OperationObject): OpenAPI.OperationObject {
  const hasInput = operation.requestBody !== undefined || (operation.parameters?.length ?? 0) > 0;
  const possible = Object.entries(ANY).filter(([name]) => {
    if (OF_BODIES.has(name)) return operation.requestBody !== undefined;
    return name === 'BadRequest' ? hasInput : true;
  });
  const common = Object.fromEntries(
    possible.map(([name, [status]]) => [status, { $ref: `${PREFIX}/responses/${name}` }]),
  );
  return {
    ...operation,
    operationId: asName(operation.operationId),
    responses: { ...common, ...named(operation.responses) },
  };
}

/** `clock.play` → `clockPlay`: a name that a generated client can have. */
const asName = (id = '') => id.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());

const WORDS: Readonly<Record<string, string>> = {
  200: 'Done',
  404: 'There is nothing of that name',
  409: 'It cannot be done as things are',
  422: 'It was read, and is not valid',
};

/** The generator describes a failure by its number. */
function named(responses: OpenAPI.ResponsesObject = {}): OpenAPI.ResponsesObject {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      { ...response, description: WORDS[status] ?? (response as OpenAPI.ResponseObject).description },
    ]),
  );
}
