/** The number of a rule, which leads to it in Help, among the others. */
import { openHelp } from '../stores/help.ts';
import classes from './rule-link.module.css';

interface RuleLinkProps {
  readonly rule: string;
  /** Called first: what the link is in makes way. */
  readonly onFollow?: () => void;
}

export function RuleLink({ rule, onFollow }: RuleLinkProps) {
  const follow = () => {
    onFollow?.();
    openHelp({ part: 'rules', at: rule });
  };
  return (
    <button type="button" className={classes.rule} aria-label={`Rule ${rule}`} onClick={follow}>
      {rule}
    </button>
  );
}
