import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DurationText } from '../../src/renderer/src/components/duration-text.tsx';
import { show } from './show.tsx';

test('a duration that was set is shown whole, as it was typed', () => {
  show(<DurationText ms={3_690_000} />);
  expect(screen.getByText('1 h 1 min 30 s').title).toBe('1h1m30s');
});
