/**
 * The interface for scripts, with a real simulator behind it, under requests that have the right token and the right form, or nearly:
 * everything is done or refused in a sentence, nothing is an internal error, and the workspace that comes of it can be exported and
 * opened again. `ATTACK_REQUESTS` says how many, `ATTACK_SEED` which.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { LoopbackHost } from '../../src/main/hosts/loopback/server.ts';
import { loadScenario } from '../../src/main/scenario/load.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { OPENAPI_DOCUMENT_PATH, OPENAPI_PATH } from '../../src/shared/host.ts';
import { type JsonSchema, type Named, valuesOf } from '../support/json-schema-values.ts';

const REQUESTS = Number(process.env.ATTACK_REQUESTS ?? 1_500);
const SEED = Number(process.env.ATTACK_SEED ?? 20_261_128);
/** Then the sample workspace is opened again, so that it stays one that a person might have. */
const EPISODE = 60;

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: 'path' | 'query';
    readonly schema: JsonSchema;
  }[];
}
interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

let host: LoopbackHost;
let simulator: Simulator;
let origin: string;
let headers: Record<string, string>;
let problems: unknown[];

beforeAll(async () => {
  problems = [];
  host = await LoopbackHost.listen({
    port: 0,
    rendererDir: '.',
    version: '0',
    onError: (error) => problems.push(error),
  });
  simulator = await createSimulator({
    dataDir: null,
    callbackBase: null,
    transport: 'direct',
    hasSecretCallbacks: true,
  });
  host.open(simulator, async () => Response.json({}));
  const address = new URL(host.address);
  origin = address.origin;
  headers = { authorization: `Bearer ${address.searchParams.get('token')}`, 'content-type': 'application/json' };
});
afterAll(async () => {
  await host.close();
  await simulator.close();
});

const words = fc.constantFrom(
  'INV-1001',
  'INV-1004',
  'SUP-2001',
  'SUP-2001/screen-supplier',
  'SUP-2002/request-approval',
  'INV-1001/post-invoice',
  'INV-1004/check-papers/2',
  'invoice',
  'supplier',
  'post-invoice',
  'check-papers',
  'close-silently',
  'erp',
  'mute',
  'ledger',
  'dana',
  'omar',
  'Finance',
  'Compliance',
  'new',
  '1h',
  '30s',
  '0s',
  '1d12h',
  '3652425d',
  '+10m',
  '2026-01-05T09:00:00Z',
  'https://erp.example.test/x',
  'http://127.0.0.1:9/',
  '05-five-retries-and-escalation',
);

/** Streams, which never end, and what takes as long as it is asked to. */
const LEFT_OUT = new Set(['get /events', 'post /lab/runs', 'post /lab/days']);

/** A request for every operation of the API's own description. */
async function requests(): Promise<fc.Arbitrary<Sent>> {
  const description = await (await fetch(`${origin}${OPENAPI_DOCUMENT_PATH}`, { headers })).json();
  const { paths, components } = description as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Named };
  };
  const values = (schema: JsonSchema) => valuesOf(schema, words, components.schemas);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => ['get', 'post', 'delete', 'put', 'patch'].includes(method))
      .filter(([method]) => !path.startsWith('/callbacks') && !LEFT_OUT.has(`${method} ${path}`))
      .map(([method, operation]) => ({ method, path, ...operation })),
  );
  const each = operations.map(({ method, path, parameters = [], requestBody }) => {
    const schema = requestBody?.content['application/json']?.schema;
    const given = fc.record(Object.fromEntries(parameters.map(({ name, schema: of }) => [name, values(of)])));
    return fc.record({ given, body: schema ? values(schema) : fc.constant(undefined) }).map(({ given, body }) => {
      const url = parameters.reduce(
        (present, { name, in: place }) =>
          place === 'path' ? present.replace(`{${name}}`, encodeURIComponent(String(given[name]))) : present,
        path,
      );
      const query = new URLSearchParams(
        parameters
          .filter(({ in: place }) => place === 'query')
          .map(({ name }): [string, string] => [name, String(given[name])]),
      );
      return { method: method.toUpperCase(), path: `${url}${query.size > 0 ? `?${query}` : ''}`, body };
    });
  });
  // Acts are most of what it takes.
  const acts = each.filter((_, index) => /^\/(act|respond)/.test(operations[index]?.path ?? ''));
  return fc.oneof({ weight: 2, arbitrary: fc.oneof(...acts) }, { weight: 3, arbitrary: fc.oneof(...each) });
}

async function send({ method, path, body }: Sent): Promise<number> {
  const response = await fetch(`${origin}${OPENAPI_PATH}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const about = `${method} ${path} ${JSON.stringify(body)}: ${response.status} ${text.slice(0, 500)}`;
  expect(response.status, about).toBeLessThan(500);
  if (response.status >= 400) expect(JSON.parse(text).message, about).toMatch(/\w/);
  expect(problems, about).toEqual([]);
  return response.status;
}

it(
  'every call of the API is done or refused in a sentence',
  async () => {
    const statuses = new Map<string, number>();
    const all = fc.sample(await requests(), { numRuns: REQUESTS, seed: SEED });
    for (const [index, request] of all.entries()) {
      if (index % EPISODE === 0) await simulator.opener.openSample();
      const status = await send(request);
      const kind = status < 300 ? 'done' : status === 409 ? 'refused by the rules' : 'not taken';
      statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
      if (index % EPISODE !== EPISODE - 1) continue;
      const { fileName, text } = await simulator.exportScenario();
      expect(loadScenario(text, fileName), text).toMatchObject({ ok: true });
    }
    // It gets beyond the door, and through it.
    for (const kind of ['done', 'refused by the rules', 'not taken']) {
      expect(statuses.get(kind) ?? 0, kind).toBeGreaterThan(REQUESTS / 50);
    }
  },
  60_000 + REQUESTS * 200,
);
