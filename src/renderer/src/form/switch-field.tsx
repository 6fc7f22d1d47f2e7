/** A switch with its name beside it and help below; the help describes it and is not part of its name. */
import { Switch } from '@mantine/core';
import { useId } from 'react';
import classes from './form.module.css';

interface SwitchFieldProps {
  readonly label: string;
  readonly help: string;
  readonly value: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Stands beside a field that has its label above. */
  readonly besideField?: boolean | undefined;
}

export function SwitchField({ label, help, value, onChange, besideField = false }: SwitchFieldProps) {
  const helpId = useId();
  return (
    <div className={besideField ? classes.switch : undefined}>
      <Switch
        label={label}
        checked={value}
        aria-describedby={helpId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <p id={helpId} className={classes.switchHelp}>
        {help}
      </p>
    </div>
  );
}
