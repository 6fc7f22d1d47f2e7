/** What is typed and not saved yet is not lost by leaving the screen. */
import { askToDiscard } from '../components/confirm.tsx';
import { useLeaveGuard } from '../stores/address.ts';

/**
 * Asks before leaving while `isDirty`. It waits for a save that is on its way: if `saving` resolves to true, nothing is
 * left to ask about.
 */
export function useUnsaved(isDirty: boolean, saving: Promise<boolean> | null = null): void {
  useLeaveGuard(isDirty, async () => (await saving) === true || askToDiscard());
}
