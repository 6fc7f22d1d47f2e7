/** A copy of a definition under a name of its own. */
import { WORDS } from '../../../shared/word-table.ts';
import type { DefinitionText } from '../form/checked-definition.ts';
import { navigate } from '../stores/address.ts';
import { create, namesIn } from './definition-verbs.ts';
import { NameDialog } from './name-dialog.tsx';
import { copyName } from './new-name.ts';

interface CloneDialogProps {
  readonly section: DefinitionText['section'];
  readonly name: string;
  /** The same under another name. */
  readonly textOf: (name: string) => DefinitionText;
  /** Where the form of a definition is. */
  readonly pathOf: (name: string) => string;
  readonly onClose: () => void;
}

export function CloneDialog({ section, name, textOf, pathOf, onClose }: CloneDialogProps) {
  return (
    <NameDialog
      title={`Clone the ${WORDS.definition[section].noun} “${name}”`}
      section={section}
      suggestion={copyName(name, namesIn(section))}
      help="The copy starts with everything saved in this one."
      verb="Clone"
      onSubmit={async (wanted) => {
        const isDone = await create(textOf(wanted));
        if (isDone) navigate(pathOf(wanted));
        return isDone;
      }}
      onClose={onClose}
    />
  );
}
