/** A copy of an Action type under a name of its own. */
import type { ActionType } from '../../../../../shared/definitions.ts';
import { navigate, paths } from '../../../stores/address.ts';
import { create, namesIn } from '../shared/definition-verbs.ts';
import { NameDialog } from '../shared/name-dialog.tsx';
import { copyName } from '../shared/new-name.ts';
import { actionTypeText } from './action-type-draft.ts';

interface CloneActionTypeProps {
  readonly name: string;
  readonly actionType: ActionType;
  readonly onClose: () => void;
}

export function CloneActionType({ name, actionType, onClose }: CloneActionTypeProps) {
  return (
    <NameDialog
      title={`Clone the Action type “${name}”`}
      section="actionTypes"
      suggestion={copyName(name, namesIn('actionTypes'))}
      help="The copy starts with everything that is saved of this one."
      verb="Clone"
      onSubmit={async (wanted) => {
        const isDone = await create(actionTypeText(wanted, actionType));
        if (isDone) navigate(paths.builderActionType(wanted));
        return isDone;
      }}
      onClose={onClose}
    />
  );
}
