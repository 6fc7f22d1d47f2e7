/** Coverage's part of the contract: what scenarios exercise, and what was seen in the workspace. */
import { oc } from '@orpc/contract';
import { asTold } from './answers.ts';
import { scenarioCoverage, workspaceCoverage } from './coverage.ts';

const get = { method: 'GET', tags: ['coverage'] } as const;

export const coverageContract = {
  scenarios: oc
    .route({
      ...get,
      path: '/coverage/scenarios',
      summary:
        'What the lessons, the library and the scenario that is open exercise of the state table; plays them first',
    })
    .output(asTold(scenarioCoverage)),
  workspace: oc
    .route({
      ...get,
      path: '/coverage/workspace',
      summary: 'What has happened in the workspace so far, of all that the state table has',
    })
    .output(asTold(workspaceCoverage)),
};
