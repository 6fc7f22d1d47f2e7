/** A refusal: the sentence itself, and beside it the rules that it rests on. */
import classes from './refusal.module.css';

export function Refusal({ message, rules }: { readonly message: string; readonly rules: readonly string[] }) {
  return (
    <>
      <span>{message}</span>
      {rules.length > 0 && <small className={classes.rules}>{rules.join(', ')}</small>}
    </>
  );
}
