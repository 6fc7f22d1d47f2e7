import { expect, it } from 'vitest';
import { resultOfReply } from '../../../src/main/network/call-result.ts';
import { MAX_DURATION_MS } from '../../../src/shared/duration.ts';

it.each([200, 204, 299])('connects by %d (R7)', (status) => {
  expect(resultOfReply(status, '90')).toEqual({ connected: true, status });
});

it.each([199, 301, 404, 503])('does not connect by %d (R7)', (status) => {
  expect(resultOfReply(status, null)).toEqual({ connected: false, failure: { kind: 'status', status } });
});

it.each([
  ['0', 0],
  ['90', 90_000],
  [String(MAX_DURATION_MS / 1_000), MAX_DURATION_MS],
  [String(MAX_DURATION_MS / 1_000 + 1), undefined],
  ['9'.repeat(400), undefined],
  ['1.5', undefined],
  ['-1', undefined],
  ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  ['', undefined],
])('reads Retry-After %j as %j ms', (header, retryAfterMs) => {
  const failure = { kind: 'status', status: 503, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  expect(resultOfReply(503, header)).toEqual({ connected: false, failure });
});
