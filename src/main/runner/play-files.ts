/** Plays files in this thread, or in several. */
import { type Asked, type Event, type FileToPlay, playFile, type Stages } from './play-file.ts';

/** What happens in the file with this index; `done` is the last. */
export interface FileEvent {
  readonly file: number;
  readonly event: Event | 'done';
}

/** The events of all files, one file after another, in this thread. */
export async function* playHere(files: readonly FileToPlay[], asked: Asked, stages: Stages): AsyncGenerator<FileEvent> {
  for (const [file, toPlay] of files.entries()) {
    for await (const event of playFile(toPlay, asked, stages)) yield { file, event };
    yield { file, event: 'done' };
  }
}
