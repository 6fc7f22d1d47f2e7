/**
 * The fields of a form by their paths: what is typed in them, and what is wrong. A field says so once it was left, all of them
 * once someone tried to go on; then the first that is wrong gets the focus. Rows keep what they show when they move.
 */
import { useForm } from '@mantine/form';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { afterPress } from '../components/after-press.ts';
import type { Checked, Problems } from './problems.ts';

/** For a control: `<TextInput {...form.field('title')} />`. */
export interface FieldProps {
  // biome-ignore lint/suspicious/noExplicitAny: a path is text, so what stands there has no type
  readonly value: any;
  /** Takes the value, or the event of an input. */
  readonly onChange: (change: unknown) => void;
  readonly onBlur: () => void;
  readonly error: string | undefined;
}

export interface Fields<Draft> {
  readonly draft: Draft;
  readonly problems: Problems;
  readonly field: (path: string) => FieldProps;
  readonly set: (path: string, value: unknown) => void;
  readonly change: (part: Partial<Draft>) => void;
  /** The sentence of a field, as far as it is shown. */
  readonly errorOf: (path: string) => string | undefined;
  /** Whether anything under a path shows a problem: it must not be hidden then. */
  readonly showsProblemIn: (path: string) => boolean;
  /** Adds a row, at the end or at a place from 0. */
  readonly insert: (path: string, row: unknown, index?: number) => void;
  readonly remove: (path: string, index: number) => void;
  readonly move: (path: string, from: number, to: number) => void;
}

interface OwnFields<Draft> extends Fields<Draft> {
  /** Puts another draft in the place of this one; nothing of it was left yet. */
  readonly replace: (draft: Draft) => void;
  /** From now on everything that is wrong shows, and the first field of it gets the focus. */
  readonly showAll: () => void;
  /** As `showAll` was never called and no field left. */
  readonly hideAll: () => void;
  readonly element: RefObject<HTMLFormElement | null>;
}

/** `initial` is looked at once; `check` says what is wrong with a draft and must be the same as long as it does the same. */
export function useFields<Draft extends object, Check extends Checked>(initial: Draft, check: (draft: Draft) => Check) {
  // Its errors are the fields that were left: they move with their rows. What is wrong is always worked out again.
  const form = useForm<Draft>({ initialValues: initial, clearInputErrorOnChange: false });
  const [attempts, setAttempts] = useState(0);
  const element = useRef<HTMLFormElement>(null);
  const draft = form.values;
  const checked = useMemo(() => check(draft), [check, draft]);
  const { problems } = checked;

  useEffect(() => {
    if (attempts > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);

  const shows = (path: string) => attempts > 0 || form.errors[path] !== undefined;
  const errorOf = (path: string) => (shows(path) ? problems[path] : undefined);
  const hideAll = () => {
    setAttempts(0);
    form.clearErrors();
  };
  const fields: OwnFields<Draft> = {
    draft,
    problems,
    field: (path) => {
      const { value, onChange } = form.getInputProps(path);
      return { value, onChange, onBlur: () => afterPress(() => form.setFieldError(path, true)), error: errorOf(path) };
    },
    set: (path, value) => form.setFieldValue(path, value as never),
    change: (part) => form.setValues(part),
    errorOf,
    showsProblemIn: (path) => Object.keys(problems).some((each) => each.startsWith(`${path}.`) && shows(each)),
    insert: (path, row, index) => form.insertListItem(path, row as never, index),
    remove: (path, index) => form.removeListItem(path, index),
    move: (path, from, to) => form.reorderListItem(path, { from, to }),
    replace: (next) => {
      form.setValues(next);
      hideAll();
    },
    showAll: () => setAttempts((before) => before + 1),
    hideAll,
    element,
  };
  return { fields, checked };
}
