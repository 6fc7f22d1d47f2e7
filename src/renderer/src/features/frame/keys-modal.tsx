/** All keys, in a window of its own. */
import { Kbd, Modal } from '@mantine/core';
import classes from './keys-modal.module.css';
import { KEY_GROUPS } from './shortcuts.ts';

interface KeysModalProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function KeysModal({ opened, onClose }: KeysModalProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="All keys" size="lg">
      <div className={classes.groups}>
        {KEY_GROUPS.map(({ title, entries }) => (
          <div key={title}>
            <h3 className={classes.title}>{title}</h3>
            <dl className={classes.list}>
              {entries.map(({ keys, does }) => (
                <div key={does} className={classes.entry}>
                  <dt className={classes.keys}>
                    {keys.map((key) => (
                      <Kbd key={key} size="xs">
                        {key}
                      </Kbd>
                    ))}
                  </dt>
                  <dd className={classes.does}>{does}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </Modal>
  );
}
