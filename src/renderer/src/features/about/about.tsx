/** *About Trigger Lab*: which version runs, on what, under which licence, and where newer ones come from. */
import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { version } from '../../../../../package.json';
import { desktop } from '../../client/desktop.ts';
import { closeAbout, useAboutIsOpen } from '../../stores/about.ts';
import { openThirdPartyNotices } from '../../stores/help.ts';
import classes from './about.module.css';

interface Part {
  readonly name: string;
  readonly version: string;
}

export function AboutDialog() {
  const isOpen = useAboutIsOpen();
  return (
    <Modal opened={isOpen} onClose={closeAbout} title="About Trigger Lab" size={480}>
      {isOpen && <About />}
    </Modal>
  );
}

function About() {
  const parts = useParts();
  return (
    <div className={classes.about}>
      <dl className={classes.versions}>
        {[{ name: 'Trigger Lab', version }, ...parts].map((part) => (
          <div key={part.name}>
            <dt>{part.name}</dt>
            <dd>{part.version}</dd>
          </div>
        ))}
      </dl>
      <section aria-label="Updates">
        <h2>Updates</h2>
        <p>
          Trigger Lab does not look for updates: nothing leaves this machine. Compare this version, {version}, with the
          newest one where you got it from.
        </p>
      </section>
      <section aria-label="Licence">
        <h2>Licence</h2>
        <p>MIT. Trigger Lab comes with the work of others.</p>
        <Button
          variant="default"
          size="compact-xs"
          mt={6}
          onClick={() => {
            closeAbout();
            openThirdPartyNotices();
          }}
        >
          Third-party notices
        </Button>
      </section>
    </div>
  );
}

/** What it runs on: in the desktop app, which brings that along. A browser says for itself what it is. */
function useParts(): readonly Part[] {
  const [parts, setParts] = useState<readonly Part[]>([]);
  useEffect(() => {
    let isShown = true;
    const show = ({ electron, chromium, node }: Record<'electron' | 'chromium' | 'node', string>) => {
      if (!isShown) return;
      setParts([
        { name: 'Electron', version: electron },
        { name: 'Chromium', version: chromium },
        { name: 'Node.js', version: node },
      ]);
    };
    // Without them, the version of the app is there all the same.
    void desktop()
      ?.then((app) => app.versions())
      .then(show)
      .catch(() => undefined);
    return () => {
      isShown = false;
    };
  }, []);
  return parts;
}
