/** The contract's part about erasing everything. */
import { implement } from '@orpc/server';
import { eraseContract } from '../../shared/erase-contract.ts';
import type { Simulator } from '../simulator.ts';

/** `told` adds the number of the last event to an answer. */
export function createEraseRouter(
  { eraser }: Pick<Simulator, 'eraser'>,
  told: <T extends object>(answer: T) => T & { toldSeq: number },
) {
  const os = implement(eraseContract);
  return {
    look: os.look.handler(() => eraser.look()),
    all: os.all.handler(async () => told(await eraser.all())),
  };
}
