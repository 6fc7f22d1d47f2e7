/** Every Action draws from a stream of its own: whatever else is launched, before it or after, its life is the same. */
import { expect, it } from 'vitest';
import { play } from '../support/playing.ts';

const CHANCE = `
settings: { retry: { max: 9, jitter: 0.5 } }
users: { dana: {} }
externalApis:
  bank:
    url: https://bank.example.test/pay
    random:
      failRate: 0.6
      fail: { refused: 2, 503: 1 }
      acceptAfter: { uniform: [1s, 20s] }
      successRate: 0.5
      responseAfter: { lognormal: { median: 12m, p95: 1h } }
      reasons: { Unknown supplier: 2, Amount mismatch: 1 }
actionTypes: { pay: { externalApi: bank } }
cases:
  C1: { owner: dana, process: [pay, pay] }
  C2: { owner: dana, process: [pay] }
steps:
`;

/** What happened to an Action, whatever it is called. */
async function lifeOf(action: string, steps: string): Promise<unknown[]> {
  const { trace, failures } = await play(`${CHANCE}${steps}`);
  expect(failures).toEqual([]);
  return trace
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
    .filter((entry) => entry.action === action)
    .map(({ at, kind, who, text }) => ({ at, kind, who, text: text.replaceAll(action, 'it') }));
}

const UNTIL_IDLE = '  - advance: { until: idle }\n';
const LAUNCH = '  - launch: { case: C1 }\n';

it.each([
  [
    'an ad-hoc Action of its type, launched before it',
    `  - launch: { case: C1, actionType: pay, as: extra }\n${LAUNCH}`,
    'C1/pay/2',
  ],
  ['one launched after it', `${LAUNCH}  - launch: { case: C1, actionType: pay }\n`, 'C1/pay'],
  ['another Case', `  - launch: { case: C2 }\n${LAUNCH}`, 'C1/pay'],
])('the draws of an Action are not changed by %s', async (_, steps, action) => {
  const alone = await lifeOf('C1/pay', `${LAUNCH}${UNTIL_IDLE}`);
  expect(alone.length).toBeGreaterThan(5);
  expect(await lifeOf(action, `${steps}${UNTIL_IDLE}`)).toEqual(alone);
});

it('two ad-hoc Actions with aliases draw the same in either order, and not the same as each other', async () => {
  const launch = (as: string) => `  - launch: { case: C2, actionType: pay, as: ${as} }\n`;
  const one = await lifeOf('C2/pay', `${launch('one')}${launch('two')}${UNTIL_IDLE}`);
  expect(await lifeOf('C2/pay/2', `${launch('two')}${launch('one')}${UNTIL_IDLE}`)).toEqual(one);
  expect(await lifeOf('C2/pay/2', `${launch('one')}${launch('two')}${UNTIL_IDLE}`)).not.toEqual(one);
});

it('a fresh copy draws anew', async () => {
  const relaunched = `${LAUNCH}  - relaunch: { action: C1/pay, by: dana }\n${UNTIL_IDLE}`;
  expect(await lifeOf('C1/pay/2', relaunched)).not.toEqual(await lifeOf('C1/pay', `${LAUNCH}${UNTIL_IDLE}`));
});
