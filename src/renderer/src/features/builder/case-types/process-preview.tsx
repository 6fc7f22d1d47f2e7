/** The process as a small picture that follows the list below it: steps from left to right, those that start together stacked. */
import { IconChevronRight } from '../../../components/icons.tsx';
import type { Steps } from './process-draft.ts';
import classes from './process-preview.module.css';

interface ProcessPreviewProps {
  readonly steps: Steps;
  readonly titleOf: (name: string) => string;
}

export function ProcessPreview({ steps, titleOf }: ProcessPreviewProps) {
  return (
    // The list of steps says the same to a screen reader.
    <div className={classes.preview} aria-hidden="true">
      {steps.map((names, step) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name of their own
        <div key={step} className={classes.step}>
          {step > 0 && (
            <span className={classes.arrow}>
              <IconChevronRight size={14} />
            </span>
          )}
          <div className={classes.names} data-group={names.length > 1 || undefined}>
            {names.map((name, member) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same Action type may appear here twice
              <span key={member} className={classes.node} title={titleOf(name)}>
                {titleOf(name)}
              </span>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
