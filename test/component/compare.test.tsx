import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { CompareScreen } from '../../src/renderer/src/features/compare/compare-screen.tsx';
import { show } from './show.tsx';
import { openWorkspace } from './world.tsx';

vi.mock('../../src/renderer/src/client/client.ts', () => import('./world.tsx'));

const user = userEvent.setup();
const region = (name: string) => within(screen.getByRole('region', { name }));
const rulersOf = (name: string) =>
  region(name)
    .getAllByRole('img', { name: /^Ruler of variant/ })
    .map((ruler) => ruler.getAttribute('aria-label') ?? '');

function openComparison() {
  openWorkspace({
    externalApis: { erp: { url: 'https://erp.example.test/x' } },
    actionTypes: { post: { title: 'Post', externalApi: 'erp', responseWithin: '30m' } },
  });
  show(<CompareScreen />);
}

describe('the comparison tells two stories, marked apart', () => {
  test('no outage, no call that connects and no response where the API never connects (R14)', () => {
    openComparison();
    const worst = rulersOf('If the API never connects');
    expect(worst).toHaveLength(2);
    for (const ruler of worst) {
      expect(ruler).not.toMatch(/outage|response|connects/i);
      expect(ruler).toContain('31 min: Closed, Not Done Successfully');
    }
    expect(region('If the API never connects').queryByRole('textbox')).toBeNull();
  });

  test('in an outage the call that gets through is the last, and nothing ends there', async () => {
    openComparison();
    expect(rulersOf('If the API is down for a while')[0]).toContain('The outage begins');
    const lasts = region('If the API is down for a while').getByRole('textbox', { name: 'Outage lasts' });
    await user.clear(lasts);
    await user.paste('5m');
    const [ruler] = rulersOf('If the API is down for a while');
    expect(ruler).toContain('7 min: Call 4');
    expect(ruler).toContain('The Action waits for its response for 30 min, until 37 min');
    expect(ruler).not.toContain('Not Done Successfully');
    expect(ruler).not.toContain('Call 5');
  });
});
