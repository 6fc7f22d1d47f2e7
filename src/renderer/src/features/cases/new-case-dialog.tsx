/** Launching Cases of a type: one, or many over time. */
import { Button, Group, Modal, NativeSelect, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { launchCases } from '../../../../engine/case/launch.ts';
import { DURATION_EXPECTED } from '../../../../shared/duration.ts';
import { isRejection } from '../../../../shared/errors.ts';
import { referencePart } from '../../../../shared/field-kinds.ts';
import { launchedInWords } from '../../../../views/words/launch-words.ts';
import { exactDuration } from '../../../../views/words/time-words.ts';
import { act, showDone } from '../../client/act.ts';
import { afterPress } from '../../components/after-press.ts';
import { askToDiscard } from '../../components/confirm.tsx';
import { sentence } from '../../components/sentence.ts';
import { durationText, parseTyped } from '../../form/typed-duration.ts';
import { DurationField, NumberField } from '../../form/typed-fields.tsx';
import { useWorld } from '../../stores/workspace.ts';
import classes from './cases.module.css';

interface Draft {
  readonly caseType: string;
  readonly count: string;
  readonly every: string;
  readonly name: string;
}
type Field = keyof Draft;

const MOST = 100_000;

function problems({ count, every, name }: Draft): Partial<Record<Field, string>> {
  const amount = Number(count);
  const parsedName = referencePart.safeParse(name);
  return {
    ...(Number.isInteger(amount) && amount >= 1 && amount <= MOST
      ? {}
      : { count: `A whole number from 1 to ${MOST.toLocaleString('en')}` }),
    ...(every === '' || parseTyped(every) !== null ? {} : { every: sentence(`expected ${DURATION_EXPECTED}`) }),
    ...(name === '' || parsedName.success
      ? {}
      : { name: sentence(parsedName.error.issues[0]?.message ?? 'expected a name') }),
  };
}

interface NewCaseDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function NewCaseDialog({ opened, onClose }: NewCaseDialogProps) {
  const [isDirty, setDirty] = useState(false);
  const close = async () => {
    if (isDirty && !(await askToDiscard())) return;
    setDirty(false);
    onClose();
  };
  return (
    // Below the question whether to discard what was typed.
    <Modal opened={opened} onClose={() => void close()} title="New case" size="lg" zIndex={190}>
      <NewCaseForm
        onDirty={setDirty}
        onCancel={() => void close()}
        onDone={() => {
          setDirty(false);
          onClose();
        }}
      />
    </Modal>
  );
}

interface NewCaseFormProps {
  readonly onDirty: (isDirty: boolean) => void;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

function NewCaseForm({ onDirty, onCancel, onDone }: NewCaseFormProps) {
  const world = useWorld();
  const caseTypes = [...world.caseTypes.keys()];
  const [draft, setDraft] = useState<Draft>({ caseType: caseTypes[0] ?? '', count: '1', every: '', name: '' });
  const [left, setLeft] = useState<ReadonlySet<Field>>(new Set());
  const [busy, setBusy] = useState(false);
  const wrong = problems(draft);
  const isRight = Object.keys(wrong).length === 0;
  const count = Number(draft.count);
  const everyMs = draft.every === '' ? 0 : (parseTyped(draft.every) ?? 0);
  const as = draft.name === '' ? {} : { as: draft.name };

  const change = (field: Field) => (text: string) => {
    setDraft({ ...draft, [field]: text });
    onDirty(true);
  };
  const leave = (field: Field) => () => afterPress(() => setLeft((before) => new Set([...before, field])));
  const errorOf = (field: Field) => (left.has(field) ? wrong[field] : undefined);

  // The rules are asked for one Case: its number tells what all will be called, and a refusal is known beforehand.
  const first = launchCases(world, { caseType: draft.caseType, count: 1, ...as, by: '' }, world.startAt);
  const refusal = isRejection(first) ? first.message : null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setLeft(new Set<Field>(['count', 'every', 'name']));
    if (!isRight || refusal !== null || busy) return;
    setBusy(true);
    const every = everyMs > 0 && count > 1 ? { every: durationText(draft.every) } : {};
    const done = await act({ type: 'launchCases', caseType: draft.caseType, count, ...every, ...as });
    setBusy(false);
    if (!done) return;
    showDone(launchedInWords({ count, everyMs }));
    onDone();
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes.fields}>
        <div className={classes.wide}>
          <NativeSelect
            label="Case type"
            data={caseTypes}
            value={draft.caseType}
            onChange={(event) => change('caseType')(event.currentTarget.value)}
          />
        </div>
        <NumberField
          label="How many"
          value={draft.count}
          min={1}
          max={MOST}
          onChange={change('count')}
          onBlur={leave('count')}
          error={errorOf('count')}
        />
        <DurationField
          label="Every"
          value={draft.every}
          onChange={change('every')}
          onBlur={leave('every')}
          error={errorOf('every')}
          disabled={count === 1}
          help="Between one Case and the next. Blank: all at once."
        />
        <div className={classes.wide}>
          <TextInput
            label="Name"
            value={draft.name}
            placeholder={draft.caseType}
            spellCheck={false}
            autoComplete="off"
            description="Cases take this name, numbered. Blank: the name of their type."
            error={errorOf('name')}
            onChange={(event) => change('name')(event.currentTarget.value)}
            onBlur={leave('name')}
          />
        </div>
      </div>
      {isRight && (
        <Text className={classes.preview ?? ''} role="note">
          {refusal ?? preview(first, draft.name === '' ? draft.caseType : draft.name, count, everyMs)}
        </Text>
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={busy} disabled={refusal !== null}>
          Launch
        </Button>
      </Group>
    </form>
  );
}

/** `inv-3 to inv-12 start: the first now, then one every 30 s, the last in 4 min 30 s.` */
function preview(facts: ReturnType<typeof launchCases>, prefix: string, count: number, everyMs: number): string {
  const numbered = isRejection(facts) ? undefined : facts.find((fact) => fact.type === 'casesNumbered');
  const from = numbered?.type === 'casesNumbered' ? numbered.last : 1;
  if (count === 1) return `${prefix}-${from} starts now.`;
  const names = `${prefix}-${from} to ${prefix}-${from + count - 1} start`;
  if (everyMs === 0) return `${names} now, all at once.`;
  const last = exactDuration((count - 1) * everyMs);
  return `${names}: the first now, then one every ${exactDuration(everyMs)}, the last in ${last}.`;
}
