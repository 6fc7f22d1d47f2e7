/** Adding a step of one of the kinds there are. */
import { Button, Menu } from '@mantine/core';
import type { StepVerb } from '../../../../../shared/scenario.ts';
import { IconPlus } from '../../../components/icons.tsx';
import { STEP_KINDS } from '../form/step-kinds.ts';
import classes from './steps.module.css';

interface AddStepProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly onAdd: (verb: StepVerb) => void;
}

export function AddStep({ label, disabled, onAdd }: AddStepProps) {
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }} width={320}>
      <Menu.Target>
        <Button size="compact-xs" variant="default" leftSection={<IconPlus size={12} />} disabled={disabled}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.kinds}>
        {STEP_KINDS.map(({ verb, name, help }) => (
          <Menu.Item key={verb} onClick={() => onAdd(verb)} aria-label={name}>
            {name}
            <span className={classes.kindHelp}>{help}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
