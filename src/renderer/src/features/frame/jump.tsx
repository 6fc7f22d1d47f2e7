/** A button that moves the clock or goes through what happened. */
import { Button } from '@mantine/core';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { holdInWords, useHold } from './hold.ts';

/** A click leaves the focus where it was, so that the space bar goes on to mean play and pause. */
export const keepFocus = (event: MouseEvent) => event.preventDefault();

export interface JumpProps {
  readonly label: string;
  readonly keys: string;
  readonly icon: ReactNode;
  readonly go: () => Promise<void>;
  /** Only its icon shows. */
  readonly isIcon?: boolean;
  /** Also while time is held: it goes to where one was before. */
  readonly goesInHold?: boolean;
  readonly disabled?: boolean;
}

/** Does nothing while what it was pressed for before is still being done. */
export function Jump({ label, keys, icon, go, isIcon = false, goesInHold = false, disabled = false }: JumpProps) {
  const hold = useHold();
  const [busy, setBusy] = useState(false);
  const onClick = async () => {
    setBusy(true);
    await go();
    setBusy(false);
  };
  const isHeld = hold !== null && !goesInHold;
  return (
    <Button
      variant="default"
      px={isIcon ? 9 : 10}
      title={isHeld ? holdInWords(hold) : `${label} (${keys})`}
      disabled={isHeld || disabled}
      leftSection={isIcon ? undefined : icon}
      aria-label={isIcon ? label : undefined}
      aria-busy={busy}
      onMouseDown={keepFocus}
      onClick={() => void (busy || onClick())}
    >
      {isIcon ? icon : label}
    </Button>
  );
}
