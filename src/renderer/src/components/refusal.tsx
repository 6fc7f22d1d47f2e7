/** A refusal: the sentence itself, and beside it the rules that it rests on. */
import { Fragment } from 'react';
import { isRule } from '../../../views/why/rules.ts';
import classes from './refusal.module.css';
import { RuleLink } from './rule-link.tsx';

export function Refusal({ message, rules }: { readonly message: string; readonly rules: readonly string[] }) {
  return (
    <>
      <span>{message}</span>
      {rules.length > 0 && (
        <small className={classes.rules}>
          {rules.map((rule, index) => (
            <Fragment key={rule}>
              {index > 0 && ', '}
              {isRule(rule) ? <RuleLink rule={rule} /> : rule}
            </Fragment>
          ))}
        </small>
      )}
    </>
  );
}
