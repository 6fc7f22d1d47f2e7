/** Who gets an Action that needs a person (R41). */

import { useNames } from '../../../../definition-list/use-names.ts';
import { ChoiceField } from '../../shared/choice-field.tsx';
import formClasses from '../../shared/form.module.css';
import type { FieldsProps } from './basic-fields.tsx';

export function AllocationFields({ form: { draft, change, errorOf } }: FieldsProps) {
  const queues = useNames('queues');
  const users = useNames('users');
  return (
    <div className={`${formClasses.fields} ${formClasses.three}`}>
      <ChoiceField
        label="Queue"
        value={draft.queue}
        options={queues}
        none="No queue"
        help="Always set where one is named"
        error={errorOf('allocation.queue')}
        onChange={(queue) => change({ queue })}
      />
      <ChoiceField
        label="User"
        value={draft.user}
        options={users}
        none="Nobody"
        help="Assigned if available"
        error={errorOf('allocation.user')}
        onChange={(user) => change({ user })}
      />
      <ChoiceField
        label="Secondary user"
        value={draft.secondaryUser}
        options={users}
        none="Nobody"
        help="If the user is not available"
        error={errorOf('allocation.secondaryUser')}
        onChange={(secondaryUser) => change({ secondaryUser })}
      />
    </div>
  );
}
