/** A button of the bar with a count, which opens a region below it. */
import { ActionIcon, Popover } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { About } from '../../components/about.ts';
import classes from './panel.module.css';

interface PanelButtonProps {
  /** The name of the region. */
  readonly title: string;
  readonly buttonLabel: string;
  readonly icon: ReactNode;
  readonly count: number;
  readonly actions?: ReactNode;
  /** What the button is about, where that can change by itself. */
  readonly about?: About | undefined;
  /** Built only while open. */
  readonly children: (close: () => void) => ReactNode;
}

export function PanelButton({ title, buttonLabel, icon, count, actions, about, children }: PanelButtonProps) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return (
    // In place, not in a portal: Tab goes from the button into what it opened.
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={380}
      shadow="md"
      withRoles={false}
      withinPortal={false}
    >
      <Popover.Target>
        <ActionIcon
          {...about}
          variant="default"
          size={30}
          className={classes.button}
          aria-label={buttonLabel}
          aria-expanded={opened}
          title={buttonLabel}
          onClick={() => setOpened(!opened)}
          onKeyDown={closeOnEscape}
        >
          {icon}
          {count > 0 && (
            <span className={classes.count} aria-hidden="true">
              {count > 99 ? '99+' : count}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} onKeyDown={closeOnEscape}>
        <section aria-label={title}>
          <header className={classes.header}>
            <h2 className={classes.title}>{title}</h2>
            {actions}
          </header>
          <div className={classes.scroll}>{opened && children(close)}</div>
        </section>
      </Popover.Dropdown>
    </Popover>
  );
}
