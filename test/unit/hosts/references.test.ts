import { describe, expect, it } from 'vitest';
import { withNameAsOnePart } from '../../../src/main/hosts/loopback/references.ts';

describe('a path with a name in it', () => {
  it.each([
    ['/actions', '/actions'],
    ['/actions/a1', '/actions/a1'],
    ['/actions/C1/post-invoice', '/actions/C1%2Fpost-invoice'],
    ['/actions/C1/post-invoice/2/timeline', '/actions/C1%2Fpost-invoice%2F2/timeline'],
    ['/actions/C1%2Fpost%20invoice/timeline', '/actions/C1%2Fpost%20invoice/timeline'],
    // The end is an end where there is a name before it.
    ['/actions/timeline', '/actions/timeline'],
    ['/actions/C1/timeline/timeline', '/actions/C1%2Ftimeline/timeline'],
    ['/users/a/b/notifications', '/users/a%2Fb/notifications'],
    ['/external-apis/erp/requests', '/external-apis/erp/requests'],
    ['/scenarios/x/text', '/scenarios/x/text'],
    ['/actions/', '/actions/'],
  ])('%s is asked of the contract as %s', (path, asked) => {
    expect(withNameAsOnePart(path)).toBe(asked);
  });
});
