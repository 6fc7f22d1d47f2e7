/** What happens in files that are played side by side, told as if one were played after the other. */
import type { FileEvent } from './play-files.ts';

/** The same events, each file's together and in the order of the files. `began` is told at once. */
export async function* inOrder(events: AsyncIterable<FileEvent>): AsyncGenerator<FileEvent> {
  const waiting = new Map<number, FileEvent[]>();
  let current = 0;
  for await (const event of events) {
    if (event.event !== 'done' && event.event.type === 'began') {
      yield event;
      continue;
    }
    const kept = waiting.get(event.file) ?? [];
    waiting.set(event.file, [...kept, event]);
    for (let next = waiting.get(current)?.shift(); next !== undefined; next = waiting.get(current)?.shift()) {
      yield next;
      if (next.event === 'done') current += 1;
    }
  }
}
