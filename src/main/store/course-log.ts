/** `lessons.json` of the data folder: which lessons of the course were played to their end on this machine. */
import { z } from 'zod';
import type { LessonResult } from '../../shared/lesson-contract.ts';
import type { StoreFiles } from './files.ts';

const LESSONS = 'lessons.json';
/** Where a file that cannot be read is kept before another takes its place. */
const DAMAGED = 'lessons.damaged.json';

const count = z.int().min(0);
const lessons = z.strictObject({
  version: z.literal(1),
  lessons: z.array(
    z.strictObject({ id: z.string().min(1), doneAt: z.iso.datetime(), questionCount: count, rightCount: count }),
  ),
});

export class StoredCourse {
  readonly #files: Pick<StoreFiles, 'read' | 'writeAtomically'>;
  #writing: Promise<void> = Promise.resolve();

  constructor(files: Pick<StoreFiles, 'read' | 'writeAtomically'>) {
    this.#files = files;
  }

  /** None where the file is missing or cannot be read. */
  async read(): Promise<readonly LessonResult[]> {
    await this.#writing.catch(() => undefined);
    return read(await this.#files.read(LESSONS)) ?? [];
  }

  /** Instead of what was noted of the same lesson before; on disk when it resolves. */
  note(result: LessonResult): Promise<void> {
    this.#writing = this.#writing
      .catch(() => undefined)
      .then(async () => {
        const text = await this.#files.read(LESSONS);
        const known = read(text);
        if (text !== null && known === null) await this.#files.writeAtomically(DAMAGED, text);
        const others = (known ?? []).filter(({ id }) => id !== result.id);
        await this.#files.writeAtomically(
          LESSONS,
          `${JSON.stringify({ version: 1, lessons: [...others, result] } satisfies z.input<typeof lessons>)}\n`,
        );
      });
    return this.#writing;
  }
}

function read(text: string | null): readonly LessonResult[] | null {
  if (text === null) return [];
  try {
    return lessons.parse(JSON.parse(text)).lessons;
  } catch {
    return null;
  }
}
