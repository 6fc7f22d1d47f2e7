/** Terms and what each means, in groups: keys, words, rules. */
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './help.module.css';

export interface Term {
  readonly id: string;
  /** The heading it comes under. */
  readonly group?: string | undefined;
  readonly term: ReactNode;
  readonly meaning: ReactNode;
  /** What search looks at, in lower case. */
  readonly text: string;
}

interface TermsProps {
  readonly terms: readonly Term[];
  /** The term that was asked for: it is brought into sight and marked. */
  readonly at?: string | undefined;
}

export function Terms({ terms, at }: TermsProps) {
  const groups = Map.groupBy(terms, ({ group }) => group ?? '');
  return [...groups].map(([group, members]) => (
    <section key={group} className={classes.group}>
      {group !== '' && <h3 className={classes.groupTitle}>{group}</h3>}
      <dl className={classes.terms}>
        {members.map(({ id, term, meaning }) => (
          <Entry key={id} term={term} isHere={id === at}>
            {meaning}
          </Entry>
        ))}
      </dl>
    </section>
  ));
}

interface EntryProps {
  readonly term: ReactNode;
  readonly isHere: boolean;
  readonly children: ReactNode;
}

function Entry({ term, isHere, children }: EntryProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isHere) element.current?.scrollIntoView({ block: 'center' });
  }, [isHere]);
  return (
    <div ref={element} className={classes.term} data-here={isHere || undefined} aria-current={isHere || undefined}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
