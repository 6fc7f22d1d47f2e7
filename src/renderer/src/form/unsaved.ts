/** What is typed and not saved yet is not lost by leaving the screen. */
import { askToDiscard } from '../components/confirm.tsx';
import { useLeaveGuard } from '../stores/address.ts';

/**
 * Asks before leaving while `isDirty`. A save that is on its way is waited for: where `saving` comes to true, nothing is
 * left to ask about.
 */
export function useUnsaved(isDirty: boolean, saving: Promise<boolean> | null = null): void {
  useLeaveGuard(isDirty, async () => (await saving) === true || askToDiscard());
}
