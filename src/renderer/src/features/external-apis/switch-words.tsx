/** What an API is switched to: word and icon, quiet where it is as configured. */
import type { ApiSwitch } from '../../../../shared/words.ts';
import { IconCancelled, type IconComponent, IconDone, IconNoResponse, IconReal } from '../../components/icons.tsx';
import classes from './external-apis.module.css';

const ICONS: Record<ApiSwitch, IconComponent | null> = {
  Up: IconDone,
  'As configured': null,
  Down: IconCancelled,
  Silent: IconNoResponse,
  Real: IconReal,
};

export function SwitchWords({ to }: { readonly to: ApiSwitch }) {
  const Icon = ICONS[to];
  return (
    <span className={classes.switch} data-to={to}>
      {Icon && <Icon size={14} />}
      {to}
    </span>
  );
}
