/** The retry pattern of one Action type: its own, or the system-wide one; saving says what it does to living Actions. */
import { Button, Radio } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type FormEvent, type KeyboardEvent, useMemo, useState } from 'react';
import {
  type ActionType,
  MAXIMUM_RETRIES_LIMIT,
  PRODUCT_MAXIMUM_RETRIES,
  type Settings,
} from '../../../../shared/definitions.ts';
import { act, showDone } from '../../client/act.ts';
import { askToDiscard } from '../../components/confirm.tsx';
import { DurationField, NumberField } from '../../components/fields.tsx';
import { ImpactPanel } from '../../components/impact-panel.tsx';
import { Section } from '../../components/section.tsx';
import { useLeaveGuard } from '../../stores/address.ts';
import { Intervals } from '../settings/intervals.tsx';
import classes from './builder.module.css';
import { checkRetryDraft, RETRY_FIELDS, type RetryDraft, type RetryField, retryDraftOf } from './retry-draft.ts';
import { Verdict } from './verdict.tsx';

interface RetryFormProps {
  readonly name: string;
  readonly actionType: ActionType;
  readonly settings: Settings;
}

interface Typed {
  readonly draft: RetryDraft;
  /** The Action type that typing began from. */
  readonly base: ActionType;
  /** It was saved: it goes as soon as the stream has brought what was saved. */
  readonly isSaved: boolean;
}

export function RetryForm({ name, actionType, settings }: RetryFormProps) {
  const [kept, setTyped] = useState<Typed | null>(null);
  const [left, setLeft] = useState<ReadonlySet<RetryField>>(new Set());
  const typed = kept?.isSaved && kept.base !== actionType ? null : kept;
  const saved = useMemo(() => retryDraftOf(actionType, settings), [actionType, settings]);
  const draft = typed?.draft ?? saved;
  const checked = useMemo(() => checkRetryDraft(draft, saved, settings), [draft, saved, settings]);
  const isDirty = checked.isDirty && typed?.isSaved !== true;
  useLeaveGuard(isDirty, askToDiscard);

  const { change: saving } = checked;
  const command = useMemo(
    () => (saving === undefined ? null : ({ type: 'saveActionType', name, change: saving } as const)),
    [name, saving],
  );

  const title = actionType.title ?? name;
  const change = (next: RetryDraft) => setTyped({ draft: next, base: actionType, isSaved: false });
  const discard = () => {
    setTyped(null);
    setLeft(new Set());
  };
  const save = async () => {
    setLeft(new Set(RETRY_FIELDS));
    if (checked.change === undefined) return;
    if (!isDirty) {
      showDone('Nothing has changed since the last save.');
      return;
    }
    if (await act({ type: 'saveActionType', name, change: checked.text })) {
      setTyped({ draft, base: typed?.base ?? actionType, isSaved: true });
      setLeft(new Set());
      showDone(`The retry pattern of “${title}” is saved.`);
    }
  };
  useHotkeys([['mod+S', () => void save()]], []);

  const bind = (field: RetryField) => ({
    value: draft.fields[field],
    error: draft.isOwn && left.has(field) ? checked.errors[field] : undefined,
    onChange: (text: string) => change({ isOwn: true, fields: { ...draft.fields, [field]: text } }),
    onBlur: () => setLeft((before) => new Set(before).add(field)),
  });

  return (
    <form
      className={classes.columns}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape' && isDirty) void askToDiscard().then((goOn) => goOn && discard());
      }}
    >
      <Section title={`Retry pattern of ${title}`}>
        <div className={classes.form}>
          <Radio.Group
            label="Retry pattern"
            labelProps={{ className: 'visually-hidden' }}
            value={draft.isOwn ? 'own' : 'system-wide'}
            onChange={(value) =>
              change(
                value === 'own'
                  ? { ...draft, isOwn: true }
                  : { ...retryDraftOf({ ...actionType, retry: undefined }, settings) },
              )
            }
          >
            <div className={classes.radios}>
              <Radio value="system-wide" label="Follows the system-wide pattern" />
              <Radio value="own" label="Has its own" />
            </div>
          </Radio.Group>
          <Fields bind={bind} maximum={draft.fields.max} />
          <div className={classes.saveBar}>
            <Button type="submit" size="sm">
              Save
            </Button>
            {isDirty && (
              <Button variant="default" size="sm" onClick={discard}>
                Discard changes
              </Button>
            )}
            <div className={classes.impact} role="status">
              {isDirty && <ImpactPanel command={command} />}
            </div>
          </div>
        </div>
      </Section>
      <div className={classes.beside}>
        <Verdict actionType={actionType} settings={settings} pattern={checked.pattern ?? null} />
        <Intervals pattern={checked.pattern ?? null} />
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly bind: (
    field: RetryField,
  ) => Pick<Parameters<typeof NumberField>[0], 'value' | 'error' | 'onChange' | 'onBlur'>;
  readonly maximum: string;
}

function Fields({ bind, maximum }: FieldsProps) {
  return (
    <div className={classes.fields}>
      <NumberField
        label="Maximum retries"
        min={0}
        max={MAXIMUM_RETRIES_LIMIT}
        help={
          Number(maximum) > PRODUCT_MAXIMUM_RETRIES
            ? `Above ${PRODUCT_MAXIMUM_RETRIES}: beyond what the product's slider allows.`
            : 'Applies at once, to living Actions too.'
        }
        {...bind('max')}
      />
      <DurationField label="First interval" {...bind('first')} />
      <NumberField label="Factor" min={1} max={1000} step="any" unit="×" {...bind('factor')} />
      <DurationField label="Cap" {...bind('cap')} />
      <NumberField label="Jitter" min={0} max={100} step="any" unit="± %" {...bind('jitter')} />
    </div>
  );
}
