/** The renderer's start: styles, theme, the stream that feeds the store, the app. */
import './theme/mantine.css';
import '@mantine/charts/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './theme/base.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepConnected } from './client/client.ts';
import { forgetWithOthers } from './client/forget.ts';
import { colorScheme } from './theme/color-scheme.ts';
import { cssVariables, theme } from './theme/theme.ts';

forgetWithOthers();
void keepConnected(new AbortController().signal);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
    >
      <Notifications position="bottom-right" limit={4} transitionDuration={120} containerWidth={420} />
      <App />
    </MantineProvider>
  </StrictMode>,
);
