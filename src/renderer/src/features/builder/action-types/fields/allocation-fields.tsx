/** Who gets an Action that needs a person (R41). */

import { allocation } from '../../../../../../shared/definitions.ts';
import { useNames } from '../../../../definition-list/use-names.ts';
import { ChoiceField } from '../../../../form/choice-field.tsx';
import formClasses from '../../../../form/form.module.css';
import type { FieldsProps } from './basic-fields.tsx';

const { queue, user, secondaryUser } = allocation.shape;

export function AllocationFields({ form }: FieldsProps) {
  const queues = useNames('queues');
  const users = useNames('users');
  return (
    <div className={`${formClasses.fields} ${formClasses.three}`}>
      <ChoiceField schema={queue} options={queues} {...form.field('allocation.queue')} />
      <ChoiceField schema={user} options={users} {...form.field('allocation.user')} />
      <ChoiceField schema={secondaryUser} options={users} {...form.field('allocation.secondaryUser')} />
    </div>
  );
}
