/** Gives a queue or a person another name; whatever names it follows. */
import { useState } from 'react';
import type { Named } from '../../../shared/edits.ts';
import { WORDS } from '../../../shared/word-table.ts';
import { rename } from './definition-verbs.ts';
import { NameDialog } from './name-dialog.tsx';
import classes from './ordered-table.module.css';

interface RenameButtonProps {
  readonly section: Named;
  readonly name: string;
  /** Why it cannot be renamed now, such as unsaved text. */
  readonly hindrance?: string | undefined;
  readonly onRenamed?: ((to: string) => void) | undefined;
}

export function RenameButton({ section, name, hindrance, onRenamed }: RenameButtonProps) {
  const [asks, setAsks] = useState(false);
  const submit = async (to: string) => {
    const isDone = to === name || (await rename(section, name, to));
    if (isDone && to !== name) onRenamed?.(to);
    return isDone;
  };
  return (
    <>
      <button
        type="button"
        className={classes.verb}
        disabled={hindrance !== undefined}
        title={hindrance}
        onClick={() => setAsks(true)}
      >
        Rename
      </button>
      {asks && (
        <NameDialog
          title={`Rename the ${WORDS.definition[section].noun} “${name}”`}
          section={section}
          suggestion={name}
          ownName={name}
          help="Action types, Cases and Actions follow. Timelines keep the name of the time. Undo takes it back."
          verb="Rename"
          onSubmit={submit}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}
