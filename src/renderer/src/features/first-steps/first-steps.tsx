/** What this is, in three sentences, and three things to try: for the first start and for Help. */
import { Button } from '@mantine/core';
import { GUIDE_IDS, GUIDES } from '../../../../views/guide/guide.ts';
import { startGuide } from '../../client/guide.ts';
import { startLesson } from '../../client/lesson.ts';
import { useLibrary } from '../../client/use-library.ts';
import { closeHelp } from '../../stores/help.ts';
import classes from './first-steps.module.css';

const WHAT_THIS_IS = [
  'Trigger Lab rehearses Actions that call an External API: the calls, the retries, the timeouts, and the people who take over.',
  'Everything is simulated on this machine in virtual time, so nothing real is at risk and a day passes in a second.',
  'The sample workspace has Cases under way; try one of these:',
] as const;

export function FirstSteps() {
  return (
    <>
      <p className={classes.what}>{WHAT_THIS_IS.join(' ')}</p>
      <div className={classes.guides}>
        {GUIDE_IDS.map((id) => (
          <Button key={id} variant="default" size="compact-sm" onClick={() => void startGuide(id)}>
            {GUIDES[id].title}
          </Button>
        ))}
        <FirstLesson />
      </div>
    </>
  );
}

/** Who would rather be shown than try begins the course. */
function FirstLesson() {
  const library = useLibrary();
  const first = library.state === 'loaded' ? library.entries.find(({ group }) => group === 'course') : undefined;
  if (first === undefined) return null;
  const start = async () => {
    closeHelp();
    await startLesson(first);
  };
  return (
    <Button variant="default" size="compact-sm" onClick={() => void start()}>
      Take the first lesson: {first.title}
    </Button>
  );
}
