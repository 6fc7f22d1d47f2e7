/** The course: its lessons, what was done of each on this machine, and beginning one. */
import { Button } from '@mantine/core';
import type { LibraryEntry } from '../../../../shared/contract.ts';
import { counted } from '../../../../shared/counted.ts';
import type { LessonResult } from '../../../../shared/lesson-contract.ts';
import { resumeLesson, startLesson } from '../../client/lesson.ts';
import { useLibrary } from '../../client/use-library.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { IconDone } from '../../components/icons.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { TableSkeleton } from '../../components/skeletons.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import classes from './course.module.css';
import { useResults } from './use-results.ts';

export function CourseScreen() {
  const library = useLibrary();
  const results = useResults();
  const entries = library.state === 'loaded' ? library.entries.filter(({ group }) => group === 'course') : [];
  const next = entries.find(({ id }) => !results.has(id))?.id;
  const doneCount = entries.filter(({ id }) => results.has(id)).length;
  return (
    <Page title="Course">
      <Section title="Lessons" aside={entries.length > 0 && `${doneCount} of ${entries.length} done`} flush>
        {library.state === 'loading' && <TableSkeleton rows={9} />}
        {library.state === 'failed' && <EmptyState sentence={`The lessons could not be read: ${library.message}`} />}
        {library.state === 'loaded' && entries.length === 0 && <EmptyState sentence="There are no lessons." />}
        {entries.length > 0 && (
          <ol className={classes.lessons} aria-label="Lessons">
            {entries.map((entry) => (
              <Lesson key={entry.id} entry={entry} result={results.get(entry.id)} isNext={entry.id === next} />
            ))}
          </ol>
        )}
      </Section>
      <p className={classes.note}>
        A lesson opens as a workspace of its own: what you have open stays as it is. It is played beside the ordinary
        screens, with the space bar and ←. What you have done is kept on this machine only.
      </p>
    </Page>
  );
}

interface LessonProps {
  readonly entry: LibraryEntry;
  readonly result: LessonResult | undefined;
  /** The first that was not done yet. */
  readonly isNext: boolean;
}

function Lesson({ entry, result, isNext }: LessonProps) {
  const { id, title, summary, questionCount } = entry;
  const isOpen = useWorkspace(({ lesson, player }) => lesson !== null && player?.id === id);
  const isUnderWay = useWorkspace(({ lesson }) => isOpen && lesson?.isAtEnd === false);
  return (
    <li
      className={classes.lesson}
      aria-label={title}
      aria-current={isOpen || undefined}
      data-open={isOpen || undefined}
    >
      <div className={classes.about}>
        <h3 className={classes.title}>{title}</h3>
        {summary !== null && <p className={classes.summary}>{summary}</p>}
      </div>
      <p className={classes.done}>
        {result === undefined ? (
          counted(questionCount, 'question')
        ) : (
          <>
            <IconDone size={14} />
            <span>
              Done on {dayOf(result.doneAt)}, {result.rightCount} of {counted(result.questionCount, 'question')} right
            </span>
          </>
        )}
      </p>
      <div className={classes.buttons}>
        {isUnderWay && (
          <Button aria-label={`Continue ${title}`} onClick={resumeLesson}>
            Continue
          </Button>
        )}
        <Verb entry={entry} isAgain={result !== undefined || isOpen} isNext={isNext && !isUnderWay} />
      </div>
    </li>
  );
}

interface VerbProps {
  readonly entry: LibraryEntry;
  readonly isAgain: boolean;
  readonly isNext: boolean;
}

function Verb({ entry, isAgain, isNext }: VerbProps) {
  const word = isAgain ? 'Again' : 'Start';
  return (
    <Button
      variant={isNext ? 'filled' : 'default'}
      aria-label={`${word} ${entry.title}`}
      title={isAgain ? 'From its beginning, in the workspace that it has' : 'Opens a workspace of its own'}
      onClick={() => void startLesson(entry)}
    >
      {word}
    </Button>
  );
}

const dayOf = (doneAt: string) => new Date(doneAt).toLocaleDateString('en-GB', { dateStyle: 'medium' });
