/**
 * A form of something that is saved: it follows what is saved until someone types, then keeps what was typed until that is
 * saved or discarded, also what was typed while the save was on its way.
 */
import { useHotkeys } from '@mantine/hooks';
import { type FormEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useState } from 'react';
import { showDone } from '../client/act.ts';
import { askToDiscard } from '../components/confirm.tsx';
import type { Checked } from './problems.ts';
import { useUnsaved } from './unsaved.ts';
import { type Fields, useFields } from './use-fields.ts';

interface SavedFormOptions<Draft, Check> {
  /** What is saved now, as the form holds it; the same object as long as it is the same. */
  readonly saved: Draft;
  /** What a draft amounts to. The same function as long as it does the same. */
  readonly check: (draft: Draft) => Check;
  /** What of a draft counts when two are compared; without it, all. */
  readonly essence?: ((draft: Draft) => unknown) | undefined;
  /** Saves what is right; true where the rules allowed it. `base` is what was saved when typing began. */
  readonly save: (checked: Check, base: Draft) => Promise<boolean>;
  /** What is said when it was saved. */
  readonly done: (draft: Draft) => string;
}

export interface SavedForm<Draft, Check extends Checked = Checked> extends Fields<Draft> {
  readonly checked: Check;
  /** What was saved when typing began: what is typed is compared with it. */
  readonly base: Draft;
  readonly isDirty: boolean;
  /** Whether others saved something since typing began. */
  readonly changedOutside: boolean;
  readonly discard: () => void;
  readonly formProps: {
    readonly ref: RefObject<HTMLFormElement | null>;
    readonly noValidate: true;
    readonly onSubmit: (event: FormEvent) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => void;
  };
}

/** What was sent to be saved; kept, it is still on its way back. */
interface Sent<Draft> {
  readonly draft: Draft;
  /** Comes to true where the rules allowed it. */
  readonly answer: Promise<boolean>;
  readonly isKept: boolean;
}

/** Blanks around what was typed do not count. */
const comparable = (value: unknown) =>
  JSON.stringify(value, (_, part) => (typeof part === 'string' ? part.trim() : part));

export function useSavedForm<Draft extends object, Check extends Checked>(
  options: SavedFormOptions<Draft, Check>,
): SavedForm<Draft, Check> {
  const { saved, check, essence = (each) => each, save, done } = options;
  const { fields, checked } = useFields(saved, check);
  const { draft, replace, showAll, hideAll, element } = fields;
  const [base, setBase] = useState(saved);
  const [sent, setSent] = useState<Sent<Draft> | null>(null);
  const isSame = (one: Draft, other: Draft) => comparable(essence(one)) === comparable(essence(other));

  const isKept = sent?.isKept === true;
  const isAllSent = sent?.draft === draft;
  const isDirty = !isSame(draft, base) && !(isKept && isAllSent);
  useUnsaved(isDirty, isAllSent ? sent.answer : null);

  // Before the browser paints: nobody sees what was saved before beside what is saved now.
  useLayoutEffect(() => {
    const isWaiting = sent === null ? isDirty : !isKept;
    if (saved === base || isWaiting) return;
    // What was typed while the save was on its way is kept.
    const isTypedOn = sent !== null && draft !== sent.draft;
    setBase(saved);
    setSent(null);
    if (isTypedOn || isSame(draft, saved)) hideAll();
    else replace(saved);
  });

  const discard = () => {
    setBase(saved);
    setSent(null);
    replace(saved);
  };
  const submit = async () => {
    if (Object.keys(checked.problems).length > 0) {
      showAll();
      return;
    }
    if (!isDirty) {
      showDone('Nothing has changed since the last save.');
      return;
    }
    // One save at a time.
    if (sent?.isKept === false) return;
    const answer = save(checked, base);
    setSent({ draft, answer, isKept: false });
    const isNowKept = await answer;
    setSent(isNowKept ? { draft, answer, isKept: true } : null);
    if (isNowKept) showDone(done(draft));
  };
  useHotkeys([['mod+S', () => void submit()]], []);

  return {
    ...fields,
    checked,
    base,
    isDirty,
    changedOutside: isDirty && sent === null && !isSame(saved, base),
    discard,
    formProps: {
      ref: element,
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        void submit();
      },
      onKeyDown: (event) => {
        const { target, currentTarget } = event;
        if (event.key !== 'Escape' || event.defaultPrevented || !isDirty) return;
        // Menus and dialogs stand elsewhere on the page and have their own Esc; a list that is open is closed first.
        if (!(target instanceof Element) || !currentTarget.contains(target)) return;
        if (target.closest('[aria-haspopup][aria-expanded="true"]') !== null) return;
        void askToDiscard().then((goOn) => goOn && discard());
      },
    },
  };
}
