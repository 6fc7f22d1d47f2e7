/** The candidates that are played side by side; the first is what the others are compared with. */
import { Button, TextInput } from '@mantine/core';
import { MAX_PAIRED } from '../../../../../shared/lab.ts';
import { variableSetting } from '../../../../../shared/variable-settings.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose } from '../../../components/icons.tsx';
import formClasses from '../../../form/form.module.css';
import classes from './form.module.css';
import { SettingFields } from './setting-fields.tsx';
import { nameOf, nextKey, type VariantDraft } from './study-draft.ts';
import type { StudyForm } from './use-study-form.ts';

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

function Variant({ form, index, variant: { changes }, onRemove }: VariantProps) {
  const called = `Variant ${index + 1}`;
  const all = `variants.${index}.changes`;
  return (
    <fieldset className={classes.variant} aria-label={called}>
      <div className={classes.variantHead}>
        <TextInput
          label="Name"
          aria-label={`${called}: name`}
          placeholder={nameOf(changes)}
          {...form.field(`variants.${index}.name`)}
        />
        {onRemove !== undefined && <IconButton name={`Remove ${called}`} icon={IconClose} onClick={onRemove} />}
      </div>
      {changes.length === 0 && <p className={formClasses.note}>Nothing is changed.</p>}
      {changes.map(({ key, path }, place) => (
        <SettingFields
          key={key}
          form={form}
          at={`${all}.${place}`}
          name={`${called}, change ${place + 1}`}
          valueLabel="value"
          placeholder={variableSetting(path)?.example.split(/\.\.|,/)[0] ?? ''}
          onChoose={(chosen) => form.set(`${all}.${place}.path`, chosen)}
          onRemove={() => form.remove(all, place)}
        />
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => form.insert(all, { key: nextKey(), path: 'retry.max', value: '' })}
      >
        Change a setting
      </Button>
    </fieldset>
  );
}
