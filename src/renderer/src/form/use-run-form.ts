/** A form of something that is run rather than saved: what is typed is kept while one looks at other screens. */
import { type FormEvent, type RefObject, useEffect } from 'react';
import type { Checked } from './problems.ts';
import { type Fields, useFields } from './use-fields.ts';

interface RunFormOptions<Draft, Check> {
  /** What was typed before; looked at once. */
  readonly kept: Draft;
  readonly keep: (draft: Draft) => void;
  /** What a draft amounts to. The same function as long as it does the same. */
  readonly check: (draft: Draft) => Check;
  /** Runs what is right. */
  readonly run: (checked: Check) => void;
}

export interface RunForm<Draft, Check extends Checked = Checked> extends Fields<Draft> {
  readonly checked: Check;
  readonly formProps: {
    readonly ref: RefObject<HTMLFormElement | null>;
    readonly noValidate: true;
    readonly onSubmit: (event: FormEvent) => void;
  };
}

export function useRunForm<Draft extends object, Check extends Checked>(
  options: RunFormOptions<Draft, Check>,
): RunForm<Draft, Check> {
  const { kept, keep, check, run } = options;
  const { fields, checked } = useFields(kept, check);
  const { draft, showAll, element } = fields;
  useEffect(() => keep(draft), [keep, draft]);
  return {
    ...fields,
    checked,
    formProps: {
      ref: element,
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        if (Object.keys(checked.problems).length > 0) showAll();
        else run(checked);
      },
    },
  };
}
