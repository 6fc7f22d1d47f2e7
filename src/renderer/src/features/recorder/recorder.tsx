/** The recorder in the frame: its bar while it records, and its dialogs. */
import { useIsRecording } from '../../client/record.ts';
import { RecordingBar } from './recording-bar.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { SpeakDialog } from './speak-dialog.tsx';

export function Recorder() {
  const isRecording = useIsRecording();
  return (
    <>
      {isRecording && <RecordingBar />}
      <SpeakDialog />
      <SaveDialog />
    </>
  );
}
