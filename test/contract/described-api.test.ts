/** The description of the API at `/openapi.json`: that it is right, whole, and true of what is answered. */
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventStream } from '../../src/main/hosts/event-stream.ts';
import { describeApi } from '../../src/main/hosts/loopback/described-api.ts';
import { streamMessage } from '../../src/shared/stream.ts';
import { libraryFiles } from '../support/library-files.ts';
import { simulating } from '../support/simulating.ts';

type Json = Record<string, unknown>;
interface Operation {
  readonly operationId: string;
  readonly requestBody?: unknown;
  readonly parameters?: readonly unknown[];
  readonly responses: Readonly<Record<string, unknown>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

let document: Document;
beforeAll(async () => {
  document = (await describeApi('http://127.0.0.1:4000', '1.2.3')) as unknown as Document;
});

const operation = (method: string, path: string) => document.paths[path]?.[method];

it('is valid, and a linter finds nothing to say', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source: JSON.stringify(document), config, absoluteRef: '/openapi.json' });
  expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([]);
});

describe('schemas', () => {
  it('have the names that a person would look for', () => {
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining([
        ...['Action', 'Case', 'Clock', 'Notification', 'TimelineEntry', 'ApiRequest', 'ErrorBar', 'State'],
        ...['Expectation', 'ExpectationResult', 'Mismatch', 'RunReport', 'PlayedStep', 'Problem'],
        ...['Command', 'Done', 'Refusal', 'RefusedError', 'NotFoundError', 'ApiError'],
        ...['StreamMessage', 'Snapshot', 'Batch', 'World', 'ActionRecord', 'CaseRecord', 'Fact', 'CallFailedFact'],
        ...['ActionType', 'ExternalApi', 'Settings', 'Run', 'Future'],
      ]),
    );
  });

  it('are written once: none stands anywhere as a copy', () => {
    const { schemas } = document.components;
    const textOf = ({ properties, required }: Json) => JSON.stringify([properties, required]);
    const names = new Map(
      Object.entries(schemas)
        .filter(([, schema]) => Object.keys((schema.properties as Json | undefined) ?? {}).length > 1)
        .map(([name, schema]) => [textOf(schema), name]),
    );
    const copies: string[] = [];
    const walk = (value: unknown, where: string) => {
      if (typeof value !== 'object' || value === null) return;
      const name = names.get(textOf(value as Json));
      if (name !== undefined && where !== `schemas.${name}`) copies.push(`${name} at ${where}`);
      for (const [key, inside] of Object.entries(value)) walk(inside, `${where}.${key}`);
    };
    walk(document.paths, 'paths');
    walk(schemas, 'schemas');
    expect(copies).toEqual([]);
  });

  it('say what the stream of events tells', () => {
    expect(JSON.stringify(operation('get', '/events')?.responses[200])).toContain(
      '"data":{"$ref":"#/components/schemas/StreamMessage"}',
    );
  });

  it('are true of the stream of events, over the whole library', { timeout: 30_000 }, async () => {
    const simulator = await simulating({});
    const types = new Map<string, number>();
    for (const { id, text } of libraryFiles()) {
      await simulator.opener.openText(`${id}.yaml`, text);
      const controller = new AbortController();
      const stream = eventStream(simulator, controller.signal);
      const next = async () => {
        const message = (await stream.next()).value;
        if (message === undefined) throw new Error('the stream ended');
        const told = JSON.parse(JSON.stringify(message));
        // What is told is what code holds: durations in milliseconds.
        const fits = z.safeEncode(streamMessage, told);
        expect(fits.success ? [] : fits.error.issues, `${id}: ${message.type}`).toEqual([]);
        types.set(message.type, (types.get(message.type) ?? 0) + 1);
        return message;
      };
      await next();
      await simulator.player.run();
      await simulator.history.back();
      while ((await next()).toldSeq < simulator.workspace.toldSeq);
      controller.abort();
      await stream.return(undefined);
    }
    await simulator.close();
    for (const type of ['snapshot', 'batch', 'player', 'changed']) expect(types.get(type), type).toBeGreaterThan(0);
  });
});

describe('failures', () => {
  it('are described wherever they can come', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      if (path.startsWith('/callbacks')) continue;
      for (const { operationId, responses, requestBody, parameters = [] } of Object.values(methods)) {
        const expected = ['200', '401', '403', '500', '503'];
        if (requestBody !== undefined || parameters.length > 0) expected.push('400');
        if (requestBody !== undefined) expected.push('413', '415');
        expect(Object.keys(responses), operationId).toEqual(expect.arrayContaining(expected));
      }
    }
    expect(operation('get', '/actions/{ref}')?.responses).toHaveProperty('404');
    expect(operation('post', '/expect')?.responses).toHaveProperty('404');
    expect(operation('post', '/act')?.responses).toHaveProperty('409');
    expect(operation('post', '/scenarios/run')?.responses).toHaveProperty('409');
  });

  it('all have one shape', () => {
    const errors = Object.entries(document.components.schemas).filter(([name]) => name.endsWith('Error'));
    expect(errors.length).toBeGreaterThan(6);
    for (const [name, { required }] of errors)
      expect(required, name).toEqual(expect.arrayContaining(['defined', 'code', 'status', 'message']));
  });
});

it('calls have names that a generated client can use', () => {
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(ids.filter((id) => !/^[a-z][A-Za-z]+$/.test(id))).toEqual([]);
  expect(ids).toEqual(
    expect.arrayContaining(['getState', 'getAction', 'getActionTimeline', 'expect', 'act', 'clockAdvance']),
  );
});
