/** Performs what a random life consists of. */
import type { Simulator } from '../../src/main/simulator.ts';
import type { Act } from './lives.ts';

export async function perform(simulator: Simulator, each: Act): Promise<void> {
  if ('command' in each) await simulator.workspace.acts.act(each.command);
  else if ('advance' in each) await simulator.clock.advance({ by: each.advance });
  else if ('next' in each) await simulator.clock.next(each.next);
  else if (each.answer === 'malformed')
    await simulator.workspace.acts.respond({ action: each.action, malformed: true });
  else if (each.answer === 'wrong')
    await simulator.workspace.acts.respond({ action: each.action, token: 'wrong', outcome: 'success' });
  else await simulator.workspace.acts.respond({ action: each.action, outcome: each.answer, data: { by: 'hand' } });
}
