/** What can be done with the futures of the workspace. */
import { type Future, futureName } from '../../../shared/history-contract.ts';
import { askName } from '../components/ask-name.tsx';
import { announce } from '../stores/announcement.ts';
import { attempt, showDone } from './act.ts';
import { client } from './client.ts';
import { lookAgain } from './follow-events.ts';

type Named = Pick<Future, 'id' | 'name'>;

/** Goes to the end of a future. */
export async function goToFuture({ id, name }: Named): Promise<void> {
  const result = await attempt(client().history.future({ id }));
  if (result === null) return;
  if (result.moved) announce(`This is the end of “${name}”.`);
  else showDone(`“${name}” is no longer kept.`);
}

/** Asks for another name. */
export async function renameFuture({ id, name }: Named): Promise<void> {
  const wanted = await askName({ title: `Rename the future “${name}”`, name, verb: 'Rename', schema: futureName });
  if (wanted === null || wanted === name) return;
  if ((await attempt(client().history.nameFuture({ id, name: wanted }))) !== null) lookAgain();
}
