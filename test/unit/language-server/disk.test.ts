import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DISK } from '../../../src/main/language-server/disk.ts';

const RESOURCES = join(import.meta.dirname, '../../../resources');

it('lists what may be included, with a slash behind folders', () => {
  expect(DISK.filesIn(RESOURCES)).toEqual(expect.arrayContaining(['scenario.schema.json', 'scenarios/']));
  expect(DISK.filesIn(join(RESOURCES, '..')).filter((name) => /^(?:\.|node_modules)/.test(name))).toEqual([]);
  expect(DISK.filesIn(join(RESOURCES, 'nowhere'))).toEqual([]);
});
