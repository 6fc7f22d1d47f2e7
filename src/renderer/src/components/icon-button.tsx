/** A small button that is only an icon; its name shows on hover. */
import type { ComponentPropsWithRef } from 'react';
import classes from './icon-button.module.css';
import type { IconComponent } from './icons.tsx';

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'name'> {
  readonly name: string;
  readonly icon: IconComponent;
}

export function IconButton({
  name,
  icon: Icon,
  onClick,
  disabled = false,
  className = '',
  ...button
}: IconButtonProps) {
  return (
    // Disabled ones keep the focus: who moves a row to the end by keyboard must not be thrown out of the list.
    <button
      type="button"
      className={`${classes.button} ${className}`}
      aria-label={name}
      title={name}
      {...button}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onClick}
    >
      <Icon size={14} />
    </button>
  );
}
