/** Shows a part of the window as the app does: with theme, questions and notices. */
import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { cleanup, render } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { afterEach } from 'vitest';
import { ConfirmHost } from '../../src/renderer/src/components/confirm.tsx';
import { theme } from '../../src/renderer/src/theme/theme.ts';
import './worker.ts';

afterEach(() => {
  notifications.clean();
  cleanup();
});

/** Gives the way to show something else in its place. */
export function show(part: ReactNode): (other: ReactNode) => void {
  const whole = (shown: ReactNode) => (
    <StrictMode>
      {/* Nothing glides in or out: what a test does shows at once. */}
      <MantineProvider theme={theme} env="test">
        <Notifications />
        <ConfirmHost />
        {shown}
      </MantineProvider>
    </StrictMode>
  );
  const { rerender } = render(whole(part));
  return (other) => rerender(whole(other));
}
