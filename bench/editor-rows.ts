/** How long an editor waits for the language server in a long file. */
import { check } from '../src/main/language-server/check.ts';
import { complete } from '../src/main/language-server/complete.ts';
import type { Row } from './rows.ts';

const STEP_COUNT = 1_000;
const ASKED = 20;
const TEXT = `queues: [AP]
users: { dana: {} }
externalApis: { erp: { url: "https://erp.example.test" } }
actionTypes: { post: { externalApi: erp } }
cases: { C1: { owner: dana, process: [post] } }
steps:
${'  - expect: { action: C1/post, status: Waiting, retries: 0/5 }\n'.repeat(STEP_COUNT)}`;

const timed = (ask: () => number) => async () => async () => {
  for (let asked = 0; asked < ASKED; asked += 1) if (ask() === 0) throw new Error('nothing was found');
  return ASKED;
};
const DISK = { readFile: () => ({ problem: 'cannot be read' }), filesIn: () => [] };

export const EDITOR_ROWS: Readonly<Record<string, Row>> = {
  complete: {
    title: `completion in a file of ${STEP_COUNT} steps`,
    unit: 'answers',
    prepare: timed(() => complete(TEXT, TEXT.lastIndexOf('Waiting'), 'long.yaml', DISK).length),
  },
  check: {
    title: `the problems of a file of ${STEP_COUNT} steps`,
    unit: 'checks',
    prepare: timed(() => check(`${TEXT}  - advence: 3m\n`, 'long.yaml', {}).length),
  },
};
