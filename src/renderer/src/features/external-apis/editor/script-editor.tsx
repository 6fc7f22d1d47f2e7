/** The script: what becomes of an Action's 1st call, its 2nd, … and of every call after those. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose, IconDuplicate, IconPlus } from '../../../components/icons.tsx';
import { OrderedRows } from '../../../components/ordered-rows.tsx';
import { type CallDraft, copyOfCall, newCall } from '../draft/call-draft.ts';
import { behind, moved, replaced, without } from '../draft/rows.ts';
import { CallRow } from './call-row.tsx';
import classes from './editor.module.css';
import type { ApiForm } from './use-api-form.ts';

export function ScriptEditor({ form }: { readonly form: ApiForm }) {
  const { calls, otherwise } = form.draft;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const setCalls = (next: readonly CallDraft[]) => form.change({ calls: next });
  const setIsOpen = ({ id }: CallDraft, isOpen: boolean) =>
    setOpen((before) => {
      const next = new Set(before);
      if (isOpen) next.add(id);
      else next.delete(id);
      return next;
    });

  const row = (
    call: CallDraft,
    name: string,
    onChange: (next: CallDraft) => void,
    grip: ReactNode,
    verbs: ReactNode,
  ) => (
    <CallRow
      call={call}
      name={name}
      form={form}
      onChange={onChange}
      grip={grip}
      verbs={verbs}
      isOpen={open.has(call.id)}
      onOpen={(isOpen) => setIsOpen(call, isOpen)}
    />
  );

  const addCall = () => {
    const call = newCall();
    setCalls([...calls, call]);
    setIsOpen(call, true);
  };

  return (
    <section aria-label="Script" className={classes.part}>
      <div className={classes.partHead}>
        <h3 className={classes.partTitle}>Script</h3>
        <span className={classes.note}>Calls are counted for each Action, retries included.</span>
      </div>
      <div className={classes.script}>
        <OrderedRows
          label="Calls"
          rows={calls}
          rowName={nameOf}
          onMove={(call, to) => setCalls(moved(calls, call, to))}
        >
          {(call, index, { grip, arrows }) =>
            row(
              call,
              nameOf(index),
              (next) => setCalls(replaced(calls, next)),
              grip,
              <>
                {arrows}
                <IconButton
                  name="Duplicate"
                  icon={IconDuplicate}
                  onClick={() => setCalls(behind(calls, call, copyOfCall(call)))}
                />
                <button
                  type="button"
                  className={classes.textButton}
                  title="Two more calls like this one"
                  onClick={() => setCalls(behind(calls, call, copyOfCall(call), copyOfCall(call)))}
                >
                  Repeat ×3
                </button>
                <IconButton name="Remove" icon={IconClose} onClick={() => setCalls(without(calls, call))} />
              </>,
            )
          }
        </OrderedRows>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a border and a legend */}
        <div role="group" aria-label="Otherwise">
          {row(otherwise, 'Otherwise', (next) => form.change({ otherwise: next }), null, null)}
        </div>
      </div>
      <div>
        <Button variant="default" leftSection={<IconPlus size={13} />} onClick={addCall}>
          Add call
        </Button>
      </div>
    </section>
  );
}

const nameOf = (index: number) => `Call ${index + 1}`;
