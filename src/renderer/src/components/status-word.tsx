/** A status in short: its word, and for those who see neither colour nor icon how it was closed. */
import type { StatusStyle } from '../theme/status.ts';

export function StatusWord({ style: { label, fullLabel } }: { readonly style: StatusStyle }) {
  return (
    <>
      {label}
      {fullLabel !== label && <span className="visually-hidden">{fullLabel.slice(label.length)}</span>}
    </>
  );
}
