/** What is drawn: styles, theme, the app; and once it shows something, what will probably be asked for next. */
import './theme/mantine.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './theme/base.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { ASIDES_AHEAD } from './asides.tsx';
import { loadAhead } from './components/part.tsx';
import { SCREENS_AHEAD } from './screens.tsx';
import { untilShown } from './stores/workspace.ts';
import { colorScheme } from './theme/color-scheme.ts';
import { cssVariables, theme } from './theme/theme.ts';

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

void untilShown().then(() => loadAhead([...SCREENS_AHEAD, ...ASIDES_AHEAD]));
