/** A scenario file that is dropped anywhere in the window opens as a workspace. */
import { openHere } from '../../client/open-scenario.ts';
import classes from './frame.module.css';
import { useFileDrop } from './use-file-drop.ts';

export function FileDrop() {
  const isOver = useFileDrop((files) => void openHere(files));
  if (!isOver) return null;
  return (
    <div className={classes.dropHere}>
      Drop a .yaml, .yml or .json scenario file to open it, with those that it includes
    </div>
  );
}
