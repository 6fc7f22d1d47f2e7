/** Between this window and the simulator: what is answered is not handed on before what came of it shows. */
import { told } from '../../../shared/answers.ts';
import { folded } from '../stores/folded.ts';

/** An interceptor of every call: one that may change something resolves when the window's world has what came of it. */
export async function answerWhenFolded<T>({ next }: { readonly next: () => Promise<T> }): Promise<T> {
  const answer = await next();
  const { success, data } = told.safeParse(answer);
  if (success) await folded(data.toldSeq);
  return answer;
}
