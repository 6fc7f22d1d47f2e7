import { expect, it } from 'vitest';
import { isAllowed, type Lock, shippedPackages } from '../../../scripts/lib/shipped-licences.ts';

const LOCK: Lock = {
  '': { dependencies: { a: '1.0.0' } },
  'node_modules/a': { version: '1.0.0', license: 'MIT', dependencies: { b: '^2.0.0', c: '*' } },
  'node_modules/a/node_modules/b': {
    version: '2.0.0',
    dependencies: { c: '*' },
    optionalDependencies: { windows: '*' },
  },
  'node_modules/b': { version: '1.0.0', license: 'GPL-3.0-only' },
  'node_modules/c': {
    version: '3.0.0',
    license: 'ISC',
    peerDependencies: { a: '*', e: '*' },
    peerDependenciesMeta: { e: { optional: true } },
  },
  'node_modules/e': { version: '1.0.0', license: 'GPL-3.0-only' },
};

it('what ships is what the roots bring along, each as Node would find it', () => {
  expect(shippedPackages(LOCK, ['a'])).toEqual([
    { name: 'a@1.0.0', folder: 'node_modules/a', licence: 'MIT' },
    { name: 'b@2.0.0', folder: 'node_modules/a/node_modules/b', licence: null },
    { name: 'c@3.0.0', folder: 'node_modules/c', licence: 'ISC' },
  ]);
  expect(shippedPackages(LOCK, ['b'])).toEqual([
    { name: 'b@1.0.0', folder: 'node_modules/b', licence: 'GPL-3.0-only' },
  ]);
  expect(() => shippedPackages(LOCK, ['d'])).toThrow('d is not in package-lock.json');
});

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND ISC', true],
  ['MIT AND GPL-3.0-only', false],
  ['GPL-3.0-only', false],
  ['SEE LICENSE IN LICENSE', false],
  ['', false],
  [null, false],
])('the licence %j is allowed: %j', (licence, allowed) => {
  expect(isAllowed(licence)).toBe(allowed);
});
