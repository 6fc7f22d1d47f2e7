/** *Show me one*: a life of a run beside the Lab, to look at; it replaces nothing. */
import { attempt } from '../../client/act.ts';
import { client } from '../../client/client.ts';
import { type LifeChoice, showLife } from '../../stores/shown-life.ts';

/** Shows the first life that is like that. */
export async function showOne(id: string, variant: number, pick: LifeChoice['pick']): Promise<void> {
  const choice = { id, variant, pick };
  const life = await attempt(client().lab.life(choice));
  if (life !== null) showLife(choice, life);
}
