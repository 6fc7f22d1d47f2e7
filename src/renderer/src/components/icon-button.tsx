/** A small button that is only an icon; its name shows on hover. */
import classes from './icon-button.module.css';
import type { IconComponent } from './icons.tsx';

interface IconButtonProps {
  readonly name: string;
  readonly icon: IconComponent;
  readonly onClick: () => void;
  readonly disabled?: boolean | undefined;
}

export function IconButton({ name, icon: Icon, onClick, disabled = false }: IconButtonProps) {
  return (
    // Disabled ones keep the focus: who moves a row to the end by keyboard must not be thrown out of the list.
    <button
      type="button"
      className={classes.button}
      aria-label={name}
      title={name}
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && onClick()}
    >
      <Icon size={14} />
    </button>
  );
}
