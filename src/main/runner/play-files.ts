/** Plays files, one after another, in whichever thread this is. */
import { type Asked, type Event, type FileToPlay, playFile, type Stages } from './play-file.ts';

/** What happens in the file with this index; `done` is the last. */
export interface FileEvent {
  readonly file: number;
  readonly event: Event | 'done';
}

/** What a thread needs to play. */
export interface Player extends Stages {
  /** Keeps what stages have in common open until the function that it resolves to is called. */
  readonly keepOpen: (transport: Asked['transport']) => Promise<() => void>;
  /** Told the index of a file before it is read. */
  readonly onReading?: (file: number) => void;
}

/** The events of the files that `next` gives the index of, until it gives one that there is not. */
export async function* playFiles(
  files: readonly FileToPlay[],
  asked: Asked,
  player: Player,
  next: () => number,
): AsyncGenerator<FileEvent> {
  const close = await player.keepOpen(asked.transport);
  try {
    for (let index = next(), toPlay = files[index]; toPlay !== undefined; index = next(), toPlay = files[index]) {
      player.onReading?.(index);
      for await (const event of playFile(toPlay, asked, player)) yield { file: index, event };
      yield { file: index, event: 'done' };
    }
  } finally {
    close();
  }
}
