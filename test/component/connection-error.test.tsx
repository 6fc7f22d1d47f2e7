import { screen } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { ConnectionError } from '../../src/renderer/src/features/action/connection-error.tsx';
import { workspace } from '../../src/renderer/src/stores/workspace.ts';
import { type Given, given } from '../support/given.ts';
import { show } from './show.tsx';
import { openWorkspace } from './world.tsx';

vi.mock('../../src/renderer/src/client/client.ts', () => import('./world.tsx'));

function dotsOf(played: Given): string[] {
  openWorkspace({});
  workspace.setState({ world: played.world });
  show(<ConnectionError action={played.action()} />);
  const dots = screen.getByRole('alert', { name: 'Connection error' }).querySelectorAll('[data-retry]');
  return [...dots].map((dot) => dot.getAttribute('data-retry') ?? '');
}

describe('the dots of the error bar', () => {
  test('show the retries to come while there are any', () => {
    expect(dotsOf(given().launched().failedUntil(2))).toEqual(['made', 'made', 'to come', 'to come', 'to come']);
  });

  test('R15, R18 cross out what a closed Action will never make, and say why there is more: 5/7', () => {
    const dots = dotsOf(given().launched().failedUntil(5).maximum(7));
    expect(dots).toEqual([...Array.from({ length: 5 }, () => 'made'), 'dropped', 'dropped']);
    expect(screen.getByText('the maximum was 5 when it closed')).toBeTruthy();
  });
});
