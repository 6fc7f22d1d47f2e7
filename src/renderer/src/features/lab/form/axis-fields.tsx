/** The one or two settings of a sweep, each with its values as on the command line. */
import { Button } from '@mantine/core';
import { VARIABLE_SETTINGS, variableSetting } from '../../../../../shared/variable-settings.ts';
import formClasses from '../../../form/form.module.css';
import classes from './form.module.css';
import { SettingFields } from './setting-fields.tsx';
import type { Mode } from './study-draft.ts';
import type { StudyForm } from './use-study-form.ts';

const exampleOf = (path: string) => variableSetting(path)?.example ?? '';

export function AxisFields({ form, mode }: { readonly form: StudyForm; readonly mode: Exclude<Mode, 'Compare'> }) {
  const axes = form.draft.axes[mode];
  const all = `axes.${mode}`;
  const free = VARIABLE_SETTINGS.find(({ path }) => axes.every((axis) => axis.path !== path));
  return (
    <div className={classes.variants}>
      {axes.map(({ path }, index) => (
        <SettingFields
          // biome-ignore lint/suspicious/noArrayIndexKey: there are at most two, and they keep their places
          key={index}
          form={form}
          at={`${all}.${index}`}
          name={`Setting ${index + 1}`}
          valueLabel="values"
          placeholder={exampleOf(path)}
          onChoose={(chosen) => form.set(`${all}.${index}`, { path: chosen, value: exampleOf(chosen) })}
          onRemove={axes.length > 1 ? () => form.remove(all, index) : undefined}
        />
      ))}
      <p className={formClasses.note}>
        Values such as 3,5,7, a range such as 1..8 or 10m..1h/10m, or none for a setting left blank.
      </p>
      {axes.length < 2 && free !== undefined && (
        <Button variant="default" size="xs" onClick={() => form.insert(all, { path: free.path, value: free.example })}>
          Add a second setting
        </Button>
      )}
    </div>
  );
}
