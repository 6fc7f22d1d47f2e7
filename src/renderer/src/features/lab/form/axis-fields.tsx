/** The one or two settings of a sweep, each with its values: from one to another in steps, or a list. */
import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { fieldOf } from '../../../../../shared/field.ts';
import { VARIABLE_SETTINGS } from '../../../../../shared/variable-settings.ts';
import { valueText } from '../../../../../views/lab/change-words.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose } from '../../../components/icons.tsx';
import formClasses from '../../../form/form.module.css';
import classes from './form.module.css';
import { SettingSelect } from './setting-select.tsx';
import type { Mode } from './study-draft.ts';
import type { StudyForm } from './use-study-form.ts';
import { type AxisDraft, axisFor, isRanged, settingAt, valuesOf } from './value-draft.ts';
import { ValueField } from './value-field.tsx';

export function AxisFields({ form, mode }: { readonly form: StudyForm; readonly mode: Exclude<Mode, 'Compare'> }) {
  const axes = form.draft.axes[mode];
  const all = `axes.${mode}`;
  const free = VARIABLE_SETTINGS.find(({ path }) => axes.every((axis) => axis.path !== path));
  return (
    <div className={classes.variants}>
      {axes.map((axis, index) => (
        <Axis
          // biome-ignore lint/suspicious/noArrayIndexKey: there are at most two, and they keep their places
          key={index}
          form={form}
          axis={axis}
          at={`${all}.${index}`}
          name={`Setting ${index + 1}`}
          onRemove={axes.length > 1 ? () => form.remove(all, index) : undefined}
        />
      ))}
      {axes.length < 2 && free !== undefined && (
        <Button variant="default" size="xs" onClick={() => form.insert(all, axisFor(free.path))}>
          Add a second setting
        </Button>
      )}
    </div>
  );
}

interface AxisProps {
  readonly form: StudyForm;
  readonly axis: AxisDraft;
  /** Where in the form it stands. */
  readonly at: string;
  readonly name: string;
  readonly onRemove: (() => void) | undefined;
}

function Axis({ form, axis: { path, way, blankToo }, at, name, onRemove }: AxisProps) {
  const setting = settingAt(path);
  const field = (key: 'from' | 'to' | 'step', label: string) => (
    <ValueField form={form} setting={path} at={`${at}.${key}`} label={label} isStep={key === 'step'} />
  );
  return (
    <fieldset className={classes.variant} aria-label={name}>
      <div className={classes.head}>
        <SettingSelect form={form} at={`${at}.path`} onChoose={(chosen) => form.set(at, axisFor(chosen))} />
        {isRanged(setting) && (
          <SegmentedControl
            size="xs"
            aria-label={`${name}: how values are given`}
            value={way}
            onChange={(chosen) => form.set(`${at}.way`, chosen)}
            data={[
              { value: 'range', label: 'From, to, step' },
              { value: 'list', label: 'A list' },
            ]}
          />
        )}
        {onRemove !== undefined && <IconButton name={`Remove ${name}`} icon={IconClose} onClick={onRemove} />}
      </div>
      {!isRanged(setting) && (
        <p className={formClasses.note}>
          Tried:{' '}
          {valuesOf(setting)
            .map((value) => valueText(path, value))
            .join(', ')}
          .
        </p>
      )}
      {isRanged(setting) && way === 'range' && (
        <div className={classes.values}>
          {field('from', 'From')}
          {field('to', 'To')}
          {field('step', 'Step')}
        </div>
      )}
      {isRanged(setting) && way === 'list' && (
        <TextInput
          label={setting.kind === 'share' ? 'Values, in percent' : 'Values'}
          description="With commas between them."
          spellCheck={false}
          autoComplete="off"
          {...form.field(`${at}.list`)}
        />
      )}
      {setting.mayBeBlank && (
        <Checkbox
          size="xs"
          label={`Also left blank: ${fieldOf(setting.schema).blank}`}
          checked={blankToo}
          onChange={(event) => form.set(`${at}.blankToo`, event.currentTarget.checked)}
        />
      )}
    </fieldset>
  );
}
