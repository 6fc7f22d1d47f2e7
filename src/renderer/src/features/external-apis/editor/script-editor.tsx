/** The script: what becomes of an Action's 1st call, its 2nd, … and of every call after those. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose, IconDuplicate, IconPlus } from '../../../components/icons.tsx';
import { OrderedRows } from '../../../components/ordered-rows.tsx';
import formClasses from '../../../form/form.module.css';
import { useWorkspace } from '../../../stores/workspace.ts';
import { type CallDraft, copyOfCall, newCall } from '../draft/call-draft.ts';
import { mostCallsOf, scriptEffects } from '../draft/without-effect.ts';
import { CallRow } from './call-row.tsx';
import classes from './editor.module.css';
import type { ApiForm } from './use-api-form.ts';

interface ScriptEditorProps {
  readonly form: ApiForm;
  readonly apiName: string;
}

export function ScriptEditor({ form, apiName }: ScriptEditorProps) {
  const { calls, otherwise } = form.draft;
  const callTimeoutMs = useWorkspace(({ world }) => world?.settings.callTimeout ?? 0);
  const mostCalls = useWorkspace(({ world }) => (world === null ? null : mostCallsOf(world, apiName)));
  const effects = scriptEffects(calls, { callTimeoutMs, mostCalls });
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const setIsOpen = ({ id }: CallDraft, isOpen: boolean) =>
    setOpen((before) => {
      const next = new Set(before);
      if (isOpen) next.add(id);
      else next.delete(id);
      return next;
    });

  const row = (
    call: CallDraft,
    { name, at, noEffect }: { readonly name: string; readonly at: string; readonly noEffect: string | null },
    grip: ReactNode,
    verbs: ReactNode,
  ) => (
    <CallRow
      call={call}
      name={name}
      form={form}
      at={at}
      noEffect={noEffect}
      grip={grip}
      verbs={verbs}
      isOpen={open.has(call.id)}
      onOpen={(isOpen) => setIsOpen(call, isOpen)}
    />
  );

  const addCall = () => {
    const call = newCall();
    form.insert('calls', call);
    setIsOpen(call, true);
  };

  return (
    <section aria-label="Script" className={classes.part}>
      <div className={classes.partHead}>
        <h3 className={classes.partTitle}>Script</h3>
        <span className={formClasses.note}>Calls are counted for each Action, retries included.</span>
      </div>
      <div className={classes.script}>
        <OrderedRows
          label="Calls"
          rows={calls}
          rowName={nameOf}
          onMove={(call, to) => form.move('calls', calls.indexOf(call), to)}
        >
          {(call, index, { grip, arrows }) =>
            row(
              call,
              { name: nameOf(index), at: `calls.${index}`, noEffect: effects.calls[index] ?? null },
              grip,
              <>
                {arrows}
                <IconButton
                  name="Duplicate"
                  icon={IconDuplicate}
                  onClick={() => form.insert('calls', copyOfCall(call), index + 1)}
                />
                <button
                  type="button"
                  className={classes.textButton}
                  title="Two more calls like this one"
                  onClick={() => {
                    form.insert('calls', copyOfCall(call), index + 1);
                    form.insert('calls', copyOfCall(call), index + 1);
                  }}
                >
                  Repeat ×3
                </button>
                <IconButton name="Remove" icon={IconClose} onClick={() => form.remove('calls', index)} />
              </>,
            )
          }
        </OrderedRows>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a border and a legend */}
        <div role="group" aria-label="Otherwise">
          {row(otherwise, { name: 'Otherwise', at: 'otherwise', noEffect: effects.otherwise }, null, null)}
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
