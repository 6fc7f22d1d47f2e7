/** What a tab shows that was not let in: instead of everything, or over what it showed when the server was another one. */
import { Modal } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { TokenForm } from './token-form.tsx';
import classes from './token-screen.module.css';

const TITLE = 'Enter the token';

export function TokenScreen() {
  useDocumentTitle(`${TITLE} · Trigger Lab`);
  return (
    <main className={classes.screen}>
      <div className={classes.card}>
        <p className={classes.product}>
          <img src="./icon.svg" alt="" width={28} height={28} />
          Trigger Lab
        </p>
        <h1 className={classes.title}>{TITLE}</h1>
        <p className={classes.sentence}>
          This tab has not been let in yet. Paste the address that Trigger Lab printed in its terminal when it started,{' '}
          <code>http://127.0.0.1:…/?token=…</code>, or only its token.
        </p>
        <TokenForm />
      </div>
    </main>
  );
}

/** What was typed on the screen below stays there. It cannot be closed: nothing works until the token is right. */
export function TokenDialog({ opened }: { readonly opened: boolean }) {
  return (
    <Modal
      opened={opened}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={TITLE}
      // Above whatever else is open.
      zIndex={300}
    >
      <p className={classes.sentence}>
        Trigger Lab has restarted, and its address has changed. Paste the one it printed, or only its token; what you
        typed here is kept.
      </p>
      <TokenForm />
    </Modal>
  );
}
