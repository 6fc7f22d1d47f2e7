/** The candidates that are played side by side; the first is what the others are compared with. */
import { Button, TextInput } from '@mantine/core';
import { MAX_PAIRED } from '../../../../../shared/lab.ts';
import { variableSetting } from '../../../../../shared/variable-settings.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose } from '../../../components/icons.tsx';
import classes from './form.module.css';
import { SettingFields } from './setting-fields.tsx';
import { nameOf, nextKey, type VariantDraft } from './study-draft.ts';

interface VariantFieldsProps {
  readonly variants: readonly VariantDraft[];
  readonly onChange: (variants: readonly VariantDraft[]) => void;
}

export function VariantFields({ variants, onChange }: VariantFieldsProps) {
  const change = (key: number, part: Partial<VariantDraft>) =>
    onChange(variants.map((variant) => (variant.key === key ? { ...variant, ...part } : variant)));
  return (
    <div className={classes.variants}>
      {variants.map((variant, index) => (
        <Variant
          key={variant.key}
          number={index + 1}
          variant={variant}
          onChange={(part) => change(variant.key, part)}
          onRemove={variants.length > 1 ? () => onChange(variants.filter(({ key }) => key !== variant.key)) : undefined}
        />
      ))}
      <Button
        variant="default"
        size="xs"
        disabled={variants.length >= MAX_PAIRED}
        onClick={() => onChange([...variants, duplicate(variants)])}
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
  readonly number: number;
  readonly variant: VariantDraft;
  readonly onChange: (part: Partial<VariantDraft>) => void;
  readonly onRemove: (() => void) | undefined;
}

function Variant({ number, variant, onChange, onRemove }: VariantProps) {
  const { name, changes } = variant;
  const called = `Variant ${number}`;
  return (
    <fieldset className={classes.variant} aria-label={called}>
      <div className={classes.variantHead}>
        <TextInput
          label="Name"
          aria-label={`${called}: name`}
          value={name}
          placeholder={nameOf(changes)}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        {onRemove !== undefined && <IconButton name={`Remove ${called}`} icon={IconClose} onClick={onRemove} />}
      </div>
      {changes.length === 0 && <p className={classes.note}>Nothing is changed.</p>}
      {changes.map(({ key, path, value }, index) => (
        <SettingFields
          key={key}
          name={`${called}, change ${index + 1}`}
          path={path}
          value={value}
          valueLabel="value"
          placeholder={variableSetting(path)?.example.split(/\.\.|,/)[0]}
          onChange={(part) =>
            onChange({ changes: changes.map((each) => (each.key === key ? { ...each, ...part } : each)) })
          }
          onRemove={() => onChange({ changes: changes.filter((each) => each.key !== key) })}
        />
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => onChange({ changes: [...changes, { key: nextKey(), path: 'retry.max', value: '' }] })}
      >
        Change a setting
      </Button>
    </fieldset>
  );
}
