/** One call of the script: what happens, in words, and its options when it is open. */
import { NativeSelect } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { callOutcome } from '../../../../../shared/api-behaviour.ts';
import { describeOutcome } from '../../../../../views/words/api-words.ts';
import { outcomeAsChoice } from '../../../../../views/words/call-words.ts';
import { IconChevronDown, IconChevronRight } from '../../../components/icons.tsx';
import { sentence } from '../../../components/sentence.ts';
import { CALL_KINDS, type CallDraft, type CallKind, callText } from '../draft/call-draft.ts';
import { newResponse } from '../draft/response-draft.ts';
import { CallFields } from './call-fields.tsx';
import classes from './editor.module.css';
import { NoEffect } from './no-effect.tsx';
import type { ApiForm } from './use-api-form.ts';

interface CallRowProps {
  readonly call: CallDraft;
  readonly name: string;
  readonly form: ApiForm;
  /** Where in the form the call stands. */
  readonly at: string;
  readonly grip: ReactNode;
  readonly verbs: ReactNode;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Why it has no effect. */
  readonly noEffect: string | null;
}

const CHOICES = CALL_KINDS.map((value) => ({ value, label: outcomeAsChoice(value) }));

export function CallRow({ call, name, form, at, grip, verbs, isOpen, onOpen, noEffect }: CallRowProps) {
  const optionsId = useId();
  // What is wrong must be in sight.
  const isShown = isOpen || form.showsProblemIn(at);
  const choose = (kind: CallKind) => {
    const isFirstAnswer = kind === 'accepted' && call.kind !== 'accepted' && call.responses.length === 0;
    form.set(at, { ...call, kind, ...(isFirstAnswer && { responses: [newResponse()] }) });
    onOpen(true);
  };
  return (
    <div className={classes.row} data-no-effect={noEffect !== null || undefined}>
      <div className={classes.rowHead}>
        <span className={classes.rowGrip}>{grip}</span>
        <button
          type="button"
          className={classes.disclosure}
          aria-expanded={isShown}
          aria-controls={optionsId}
          onClick={() => onOpen(!isShown)}
        >
          {isShown ? <IconChevronDown size={12} /> : <IconChevronRight size={12} />}
          {name}
        </button>
        <NativeSelect
          aria-label="What happens"
          size="xs"
          data={CHOICES}
          value={call.kind}
          onChange={(event) => choose(event.currentTarget.value as CallKind)}
        />
        <span className={classes.words}>{inWords(call)}</span>
        <span className={classes.verbs}>{verbs}</span>
      </div>
      <div className={classes.rowNote}>
        <NoEffect why={noEffect} />
      </div>
      <div id={optionsId} className={classes.options} hidden={!isShown}>
        {isShown && <CallFields call={call} form={form} at={at} />}
      </div>
    </div>
  );
}

function inWords(call: CallDraft): string {
  const { data } = callOutcome.safeParse(callText(call));
  return data === undefined ? 'Some fields are not valid yet.' : sentence(describeOutcome(data));
}
