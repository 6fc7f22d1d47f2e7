/** The contract over plain HTTP, as scripts have it. */
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { type Contract, contract } from '../shared/contract.ts';
import { OPENAPI_PATH } from '../shared/host.ts';

/** The whole contract, a function for each of its addresses: what `/openapi.json` describes. */
export type LabClient = ContractRouterClient<Contract>;

/** `address`: of the page, with its token. */
export function createClient({ origin, searchParams }: URL): LabClient {
  const headers = { Authorization: `Bearer ${searchParams.get('token')}` };
  return createORPCClient(new OpenAPILink(contract, { url: `${origin}${OPENAPI_PATH}`, headers }));
}
