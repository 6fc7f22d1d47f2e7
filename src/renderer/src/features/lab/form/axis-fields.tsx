/** The one or two settings of a sweep, each with its values as on the command line. */
import { Button } from '@mantine/core';
import { VARIABLE_SETTINGS, variableSetting } from '../../../../../shared/variable-settings.ts';
import classes from './form.module.css';
import { SettingFields } from './setting-fields.tsx';
import type { AxisDraft } from './study-draft.ts';

interface AxisFieldsProps {
  readonly axes: readonly AxisDraft[];
  readonly onChange: (axes: readonly AxisDraft[]) => void;
}

export const exampleOf = (path: string) => variableSetting(path)?.example ?? '';

export function AxisFields({ axes, onChange }: AxisFieldsProps) {
  const free = VARIABLE_SETTINGS.find(({ path }) => axes.every((axis) => axis.path !== path));
  return (
    <div className={classes.variants}>
      {axes.map(({ path, list }, index) => (
        <SettingFields
          // biome-ignore lint/suspicious/noArrayIndexKey: there are at most two, and they keep their places
          key={index}
          name={`Setting ${index + 1}`}
          path={path}
          value={list}
          valueLabel="values"
          placeholder={exampleOf(path)}
          onChange={({ path: chosen, value }) =>
            onChange(
              axes.map((axis, place) =>
                place !== index
                  ? axis
                  : chosen === undefined
                    ? { path, list: value ?? list }
                    : { path: chosen, list: exampleOf(chosen) },
              ),
            )
          }
          onRemove={axes.length > 1 ? () => onChange(axes.filter((_, place) => place !== index)) : undefined}
        />
      ))}
      <p className={classes.note}>
        Values such as 3,5,7, a range such as 1..8 or 10m..1h/10m, or none for a setting left blank.
      </p>
      {axes.length < 2 && free !== undefined && (
        <Button
          variant="default"
          size="xs"
          onClick={() => onChange([...axes, { path: free.path, list: free.example }])}
        >
          Add a second setting
        </Button>
      )}
    </div>
  );
}
