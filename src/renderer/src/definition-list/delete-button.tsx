/** Deletes the definition of its row; asks first. */

import type { Section } from '../../../shared/edits.ts';
import { remove } from './definition-verbs.ts';
import classes from './ordered-table.module.css';

export function DeleteButton({ section, name }: { readonly section: Section; readonly name: string }) {
  return (
    <button type="button" className={classes.verb} onClick={() => void remove(section, name)}>
      Delete
    </button>
  );
}
