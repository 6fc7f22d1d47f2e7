/** One entry of the command palette. */
import type { ReactNode } from 'react';

export interface PaletteCommand {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly description?: string | undefined;
  /** Other words that people look for it by; never shown. */
  readonly alsoCalled?: string | undefined;
  readonly section?: ReactNode;
  readonly run: () => void;
}
