/** Why a row or a part of the form has no effect; nothing where it has one. */
import classes from './editor.module.css';

export function NoEffect({ why }: { readonly why: string | null }) {
  return why === null ? null : <p className={classes.noEffect}>{why}</p>;
}
