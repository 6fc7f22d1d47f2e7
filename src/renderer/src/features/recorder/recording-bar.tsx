/** Under the clock while something is recorded: what can be said here, the steps so far, saving and stopping. */
import { Button } from '@mantine/core';
import { useLocation, useSearch } from 'wouter';
import { endRecording, showHere } from '../../client/record.ts';
import { IconRecord } from '../../components/icons.tsx';
import { askToSave, showRecordedSteps, speak, useRecordingView } from '../../stores/recording-view.ts';
import { shownAt } from '../../stores/shown-here.ts';
import classes from './recorder.module.css';

export function RecordingBar() {
  const { isOpen } = useRecordingView();
  const [path] = useLocation();
  const canShow = shownAt(path, new URLSearchParams(useSearch())) !== null;
  return (
    <section aria-label="Recording" className={classes.bar}>
      <span className={classes.label} role="status">
        <IconRecord size={12} /> Recording
      </span>
      <Button size="compact-xs" variant="default" onClick={() => speak('say')}>
        Say here
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => speak('ask')}>
        Ask here
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => speak('chapter')}>
        Chapter here
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        disabled={!canShow}
        title={canShow ? 'The lesson looks at this screen from here on' : 'A lesson cannot look at this screen'}
        onClick={() => void showHere()}
      >
        Show this
      </Button>
      <div className={classes.end}>
        <Button size="compact-xs" variant="default" aria-expanded={isOpen} onClick={() => showRecordedSteps(!isOpen)}>
          Recorded steps
        </Button>
        <Button size="compact-xs" onClick={askToSave}>
          Save recording
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={() => void endRecording()}>
          Stop recording
        </Button>
      </div>
    </section>
  );
}
