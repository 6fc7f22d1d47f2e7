/** A button that moves the clock or goes through what happened. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { keepFocus } from '../../components/keep-focus.ts';
import { holdInWords, useHold } from './hold.ts';

export interface JumpProps {
  readonly label: string;
  /** What it is on the keyboard; `null` where a lesson has that key. */
  readonly keys: string | null;
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
      title={isHeld ? holdInWords(hold) : keys === null ? label : `${label} (${keys})`}
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
