import { expect, test } from 'vitest';
import {
  type AnyDocument,
  MIGRATIONS,
  type Migrations,
  migrate,
  SCHEMA_VERSION,
} from '../../../src/main/store/migrations.ts';

/** As later versions will have them: each step from one version to the next. */
const fake: Migrations = {
  1: ({ title, ...rest }) => ({ ...rest, name: title }),
  2: (document) => ({ ...document, tags: [String(document.name).toLowerCase()] }),
};

test('a document is brought up to date step by step, from whatever version it is of', () => {
  const first: AnyDocument = { schemaVersion: 1, title: 'Invoices' };
  expect(migrate(first, fake, 3)).toEqual({ schemaVersion: 3, name: 'Invoices', tags: ['invoices'] });
  expect(migrate({ schemaVersion: 2, name: 'Orders' }, fake, 3)).toEqual({
    schemaVersion: 3,
    name: 'Orders',
    tags: ['orders'],
  });
  expect(first).toEqual({ schemaVersion: 1, title: 'Invoices' });
});

test('a document of the present version is left as it is', () => {
  const document: AnyDocument = { schemaVersion: SCHEMA_VERSION };
  expect(migrate(document)).toBe(document);
});

test('a missing step is an error, not a document of mixed versions', () => {
  expect(() => migrate({ schemaVersion: 1 }, { 2: fake[2]! }, 3)).toThrow('no migration from version 1');
});

test('there is a migration from every earlier version', () => {
  const earlier = Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => String(index + 1));
  expect(Object.keys(MIGRATIONS)).toEqual(earlier);
});
