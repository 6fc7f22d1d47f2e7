/** Why time is held at 1× and does not jump, where it is. */
import { whyHeld } from '../../../../engine/connection/real-api.ts';
import { useWorkspace } from '../../stores/workspace.ts';

/** *erp is real*; `null` where time may jump and run at any speed. */
export const useHold = (): string | null => useWorkspace(({ world }) => world && whyHeld(world));

/** The reason in a sentence: what controls that do not work meanwhile say. */
export const holdInWords = (why: string) => `Time is held at 1×: ${why}, and real calls take real time.`;
