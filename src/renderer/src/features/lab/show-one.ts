/** *Show me one*: a life of a run as the workspace, to step through. */
import type { TrialPick } from '../../../../shared/lab.ts';
import { attempt } from '../../client/act.ts';
import { client } from '../../client/client.ts';
import { openFile } from '../../client/open-scenario.ts';
import { navigate, paths } from '../../stores/address.ts';

/** Opens the first life that is like that as a scenario, none of its steps taken. Going back undoes it, as for any scenario. */
export async function showOne(id: string, variant: number, pick: TrialPick): Promise<void> {
  const file = await attempt(client().lab.trial({ id, variant, pick }));
  if (file === null) return;
  await openFile(file);
  navigate(paths.scenarios);
}
