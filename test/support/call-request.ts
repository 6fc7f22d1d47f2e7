/** A call to place, with whatever the test is about; an API is written as in a scenario file. */
import { z } from 'zod';
import type { CallRequest } from '../../src/main/runtime/ports.ts';
import { encodeToken } from '../../src/shared/callback-token.ts';
import { externalApi } from '../../src/shared/definitions.ts';
import { parseIso } from '../../src/shared/instant.ts';

export const START_AT = parseIso('2026-01-05T09:00:00Z') ?? 0;
export const API_URL = 'https://erp.example.test/invoices';

export type ApiText = Partial<z.input<typeof externalApi>>;

export function callRequest(api: ApiText = {}, overrides: Partial<CallRequest> = {}): CallRequest {
  const { actionRef = 'C1/post-invoice', seed = 1 } = overrides;
  return {
    externalApi: 'erp',
    definition: z.decode(externalApi, { url: API_URL, ...api }),
    switch: 'As configured',
    actionRef,
    stream: actionRef,
    callNumber: 1,
    at: START_AT,
    startAt: START_AT,
    seed,
    callTimeoutMs: 30_000,
    token: encodeToken(seed, actionRef),
    action: { Reference: actionRef, invoiceId: 'INV-1', amount: 120.5 },
    ...overrides,
  };
}
