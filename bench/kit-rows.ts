/** How long a test of the Playwright kit waits for its workspace. It measures what is built. */
import { LabServer } from '../src/kit/lab-server.ts';
import type { Row } from './rows.ts';

const WORKSPACE_COUNT = 100;
const SCENARIO = `users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/, otherwise: { fail: refused } } }
actionTypes: { post: { externalApi: erp } }
cases: { C1: { owner: dana, process: [post] } }
`;

export const KIT_ROWS: Readonly<Record<string, Row>> = {
  workspaces: {
    title: `${WORKSPACE_COUNT} fresh workspaces in a worker's server, each asked for its page`,
    unit: 'workspaces',
    prepare: async () => {
      const server = new LabServer(new URL('../out/main/kit-server.js', import.meta.url));
      const open = async () => {
        const address = await server.open({ text: SCENARIO, file: 'bench.yaml', vars: {} });
        await (await fetch(address)).text();
      };
      // The first one starts the server.
      await open();
      return async () => {
        const started = performance.now();
        for (let opened = 0; opened < WORKSPACE_COUNT; opened++) await open();
        const wallMs = performance.now() - started;
        await server.close();
        return { count: WORKSPACE_COUNT, wallMs };
      };
    },
  },
};
