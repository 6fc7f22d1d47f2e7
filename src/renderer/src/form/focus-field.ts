/** Puts the cursor into a field that is named by its label. */

/** The control below `root` whose label says exactly this: a field, or the chosen one of several. Without one nothing happens. */
export function focusField(root: ParentNode, label: string): void {
  const named = [...root.querySelectorAll<HTMLElement>('label, [id$="-label"]')].find(
    ({ textContent }) => textContent?.trim() === label,
  );
  if (named === undefined) return;
  const byLabel =
    named instanceof HTMLLabelElement && named.htmlFor !== '' ? document.getElementById(named.htmlFor) : null;
  const control = byLabel ?? named.parentElement?.querySelector<HTMLElement>('input:checked') ?? null;
  control?.focus();
}
