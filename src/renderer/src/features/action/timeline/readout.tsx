/** Reads the mark out that is pointed at. */

import type { Mark } from '../../../../../engine/timeline-mark.ts';
import { describeDuration } from '../../../../../shared/duration.ts';
import { InstantText } from '../../../components/instant-text.tsx';
import classes from './timeline.module.css';

export function Readout({ mark }: { readonly mark: Mark | undefined }) {
  return (
    <p className={classes.readout} aria-live="polite">
      {mark === undefined ? (
        <span className={classes.hint}>Point at a mark, or step through them with the arrow keys.</span>
      ) : (
        <>
          <span className={classes.when}>
            <InstantText at={mark.from} />
            {mark.to === null && ' – now'}
            {mark.to !== null && mark.to !== mark.from && (
              <>
                {' – '}
                <InstantText at={mark.to} /> ({describeDuration(mark.to - mark.from)})
              </>
            )}
          </span>
          <b>{mark.title}</b>
          <span>{mark.text}</span>
        </>
      )}
    </p>
  );
}
