/** The form of one definition: follows what is saved until someone types, then keeps what was typed until it is saved. */
import { useHotkeys } from '@mantine/hooks';
import { type FormEvent, type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react';
import { definition as definitionSchema } from '../../../../../shared/edits.ts';
import type { Command } from '../../../../../shared/inputs.ts';
import { act, showDone } from '../../../client/act.ts';
import { askToDiscard } from '../../../components/confirm.tsx';
import type { CheckedDefinition } from '../../../form/problems.ts';
import { useLeaveGuard } from '../../../stores/address.ts';

interface FormOptions<Draft> {
  /** What is defined now, the same object as long as it is. */
  readonly defined: unknown;
  /** The draft of it. */
  readonly saved: Draft;
  readonly check: (draft: Draft) => CheckedDefinition;
  /** What counts when drafts are compared; without it all of them. */
  readonly essence?: ((draft: Draft) => unknown) | undefined;
  /** What is said when it was saved. */
  readonly done: (draft: Draft) => string;
}

interface Typed<Draft> {
  readonly draft: Draft;
  /** What was defined when typing began. */
  readonly base: unknown;
  /** It was saved: it goes as soon as the stream has brought what was saved. */
  readonly isSaved: boolean;
}

export interface DefinitionForm<Draft> {
  readonly draft: Draft;
  readonly isDirty: boolean;
  readonly checked: CheckedDefinition;
  /** What *Save* would send; `null` while a field is not right. */
  readonly command: Extract<Command, { type: 'saveDefinition' }> | null;
  /** Whether others saved it since typing began. */
  readonly changedOutside: boolean;
  readonly change: (change: Partial<Draft>) => void;
  /** The field's sentence, once it was left or all were asked for. */
  readonly errorOf: (field: string) => string | undefined;
  /** The field was left: from now on it says what is wrong with it. */
  readonly leave: (field: string) => void;
  readonly discard: () => void;
  readonly formProps: {
    readonly ref: RefObject<HTMLFormElement | null>;
    readonly noValidate: true;
    readonly onSubmit: (event: FormEvent) => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

const NONE: ReadonlySet<string> = new Set();

/** Blanks around what was typed do not count. */
const comparable = (value: unknown) =>
  JSON.stringify(value, (_, part) => (typeof part === 'string' ? part.trim() : part));

export function useDefinitionForm<Draft>(options: FormOptions<Draft>): DefinitionForm<Draft> {
  const { defined, saved, check, essence = (draft) => draft, done } = options;
  const element = useRef<HTMLFormElement>(null);
  const [kept, setTyped] = useState<Typed<Draft> | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string> | 'all'>(NONE);
  const typed = kept?.isSaved && kept.base !== defined ? null : kept;
  const draft = typed?.draft ?? saved;
  const checked = useMemo(() => check(draft), [check, draft]);
  const isDirty = typed !== null && !typed.isSaved && comparable(essence(draft)) !== comparable(essence(saved));
  useLeaveGuard(isDirty, askToDiscard);

  const command = useMemo(() => {
    if (Object.keys(checked.problems).length > 0) return null;
    const { data } = definitionSchema.safeParse(checked.text);
    return data === undefined ? null : ({ type: 'saveDefinition', definition: data } as const);
  }, [checked]);

  const discard = () => {
    setTyped(null);
    setLeft(NONE);
  };
  const save = async () => {
    if (command === null) {
      setLeft('all');
      // The sentences stand there by the next frame.
      requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (!isDirty) {
      showDone('Nothing has changed since the last save.');
      return;
    }
    if (await act({ type: 'saveDefinition', definition: checked.text })) {
      // What is typed meanwhile is kept; what was saved goes when the stream brings it.
      setTyped((present) => (present?.draft === draft ? { ...present, base: defined, isSaved: true } : present));
      setLeft(NONE);
      showDone(done(draft));
    }
  };
  useHotkeys([['mod+S', () => void save()]], []);

  return {
    draft,
    isDirty,
    checked,
    command,
    changedOutside: isDirty && typed.base !== defined,
    change: (change) =>
      setTyped((present) => {
        const isTyping = present !== null && !(present.isSaved && present.base !== defined);
        const from = isTyping ? present : { draft: saved, base: defined };
        return { draft: { ...from.draft, ...change }, base: from.base, isSaved: false };
      }),
    errorOf: (field) => (left === 'all' || left.has(field) ? checked.problems[field] : undefined),
    leave: (field) => setLeft((before) => (before === 'all' ? before : new Set(before).add(field))),
    discard,
    formProps: {
      ref: element,
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        void save();
      },
      onKeyDown: (event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !isDirty) return;
        // A list that is open is closed first.
        if (event.target instanceof Element && event.target.hasAttribute('aria-controls')) return;
        void askToDiscard().then((goOn) => goOn && discard());
      },
    },
  };
}
