/** The candidates that are played side by side; the first is what the others are compared with. */
import { Button, TextInput } from '@mantine/core';
import { MAX_PAIRED } from '../../../../../shared/lab.ts';
import { variantName } from '../../../../../views/lab/change-words.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose } from '../../../components/icons.tsx';
import formClasses from '../../../form/form.module.css';
import classes from './form.module.css';
import { SettingSelect } from './setting-select.tsx';
import { changesOf, nextKey, type VariantDraft } from './study-draft.ts';
import type { StudyForm } from './use-study-form.ts';
import { firstValue } from './value-draft.ts';
import { ValueField } from './value-field.tsx';

export function VariantFields({ form }: { readonly form: StudyForm }) {
  const { variants } = form.draft;
  return (
    <div className={classes.variants}>
      {variants.map((variant, index) => (
        <Variant
          key={variant.key}
          form={form}
          index={index}
          variant={variant}
          onRemove={variants.length > 1 ? () => form.remove('variants', index) : undefined}
        />
      ))}
      <Button
        variant="default"
        size="xs"
        disabled={variants.length >= MAX_PAIRED}
        onClick={() => form.insert('variants', duplicate(variants))}
      >
        Add variant
      </Button>
    </div>
  );
}

/** The last one again, to be changed; after the first one, a change to begin with. */
function duplicate(variants: readonly VariantDraft[]): VariantDraft {
  const last = variants.at(-1);
  const changes = (last?.changes ?? []).map((each) => ({ ...each, key: nextKey() }));
  const begun = changes.length > 0 ? changes : [{ key: nextKey(), path: 'retry.max', value: '3' }];
  return { key: nextKey(), name: '', changes: begun };
}

interface VariantProps {
  readonly form: StudyForm;
  /** From 0. */
  readonly index: number;
  readonly variant: VariantDraft;
  readonly onRemove: (() => void) | undefined;
}

function Variant({ form, index, variant, onRemove }: VariantProps) {
  const { changes } = variant;
  const called = `Variant ${index + 1}`;
  const all = `variants.${index}.changes`;
  return (
    <fieldset className={classes.variant} aria-label={called}>
      <div className={classes.variantHead}>
        <TextInput
          label="Name"
          aria-label={`${called}: name`}
          placeholder={variantName(changesOf(variant))}
          {...form.field(`variants.${index}.name`)}
        />
        {onRemove !== undefined && <IconButton name={`Remove ${called}`} icon={IconClose} onClick={onRemove} />}
      </div>
      {changes.length === 0 && <p className={formClasses.note}>Nothing is changed.</p>}
      {changes.map(({ key, path }, place) => (
        <fieldset key={key} className={classes.setting} aria-label={`${called}, change ${place + 1}`}>
          <SettingSelect
            form={form}
            at={`${all}.${place}.path`}
            onChoose={(chosen) => form.set(`${all}.${place}`, { key, path: chosen, value: firstValue(chosen) })}
          />
          <ValueField form={form} setting={path} at={`${all}.${place}.value`} label="Value" mayBeBlank />
          <IconButton
            name={`Remove ${called}, change ${place + 1}`}
            icon={IconClose}
            onClick={() => form.remove(all, place)}
          />
        </fieldset>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => form.insert(all, { key: nextKey(), path: 'retry.max', value: firstValue('retry.max') })}
      >
        Change a setting
      </Button>
    </fieldset>
  );
}
