/** The head of a form: back to the list, whose form it is, what can be done with the whole definition. */
import type { ReactNode } from 'react';
import { AppLink } from '../../../components/app-link.tsx';
import classes from '../../../form/form.module.css';

interface FormHeadProps {
  readonly listPath: string;
  /** Names the list: `All Action types`. */
  readonly listLabel: string;
  readonly title: string;
  /** Beside the title where that is another. */
  readonly name: string;
  readonly verbs: ReactNode;
}

export function FormHead({ listPath, listLabel, title, name, verbs }: FormHeadProps) {
  return (
    <header className={classes.head}>
      <AppLink to={listPath} underline="hover">
        {listLabel}
      </AppLink>
      <span aria-hidden="true">›</span>
      <h2 className={classes.heading} title={title}>
        {title}
      </h2>
      {title !== name && <span className={classes.name}>{name}</span>}
      <div className={classes.verbs}>{verbs}</div>
    </header>
  );
}
