/** The fields of a part of a step: those it must have, those it has, and a way to add the others. */
import { Checkbox, NativeSelect } from '@mantine/core';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose } from '../../../components/icons.tsx';
import { sentence } from '../../../components/sentence.ts';
import type { Path } from '../source/write.ts';
import type { EditedStep } from './edited-step.ts';
import classes from './form.module.css';
import { type Alternative, alternativeOf, type Control, type Field } from './shape.ts';
import { startOf, startOfAlternative } from './start-value.ts';
import { ValueField } from './value-field.tsx';

interface PartProps {
  readonly control: Control;
  readonly value: unknown;
  readonly path: Path;
  readonly step: EditedStep;
}

/** A part that is told in several fields: a group, or one of several alternatives. */
export function Part({ control, value, path, label, step }: PartProps & { readonly label: string }) {
  if (control.kind === 'group') return <Group fields={control.fields} value={value} path={path} step={step} />;
  if (control.kind !== 'alternatives') return null;
  const chosen = alternativeOf(control.options, value);
  const choose = (wanted: string) => {
    const next = control.options.find((option) => option.label === wanted) as Alternative;
    step.change(path, startOfAlternative(next, String(path.at(-1)), value, step.names));
  };
  return (
    <>
      <NativeSelect
        label={label}
        data={control.options.map((option) => option.label)}
        value={chosen.label}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <Chosen control={chosen.control} value={value} path={path} label={chosen.label} step={step} />
    </>
  );
}

/** A group has its fields below; a single value stands by itself. */
function Chosen({ control, value, path, label, step }: PartProps & { readonly label: string }) {
  if (control.kind === 'fixed') return null;
  if (isPart(control)) return <Part control={control} value={value} path={path} label={label} step={step} />;
  return (
    <ValueField
      control={control}
      label={label}
      help=""
      name={String(path.at(-1))}
      value={value}
      error={step.problemAt(path)}
      names={step.names}
      onChange={(next) => step.change(path, next)}
    />
  );
}

const isPart = ({ kind }: Control) => kind === 'group' || kind === 'alternatives';

interface GroupProps extends Omit<PartProps, 'control'> {
  readonly fields: readonly Field[];
}

function Group({ fields, value, path, step }: GroupProps) {
  const map = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const isThere = ({ key, isRequired }: Field) => isRequired || Object.hasOwn(map, key);
  const missing = fields.filter((field) => !isThere(field) && field.control.kind !== 'fixed');
  return (
    <>
      {fields
        .filter((field) => isThere(field) && field.control.kind !== 'fixed')
        .map((field) => (
          <Row key={field.key} field={field} value={map[field.key]} path={[...path, field.key]} step={step} />
        ))}
      {missing.length > 0 && (
        <NativeSelect
          className={classes.add}
          aria-label="Add a field"
          value=""
          data={[{ value: '', label: 'Add a field …' }, ...missing.map(({ key, label }) => ({ value: key, label }))]}
          onChange={(event) => {
            const field = missing.find(({ key }) => key === event.currentTarget.value);
            if (field) step.change([...path, field.key], startOf(field, step.names));
          }}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly field: Field;
  readonly value: unknown;
  readonly path: Path;
  readonly step: EditedStep;
}

function Row({ field, value, path, step }: RowProps) {
  const { control, label, help, isRequired, none } = field;
  const isNone = value === null && none !== null;
  const error = step.problemAt(path);
  return (
    <div className={classes.row}>
      <div className={classes.value}>
        {isPart(control) ? (
          <fieldset className={classes.part}>
            <legend>{label}</legend>
            {help !== '' && <p className={classes.help}>{help}</p>}
            {!isNone && <Part control={control} value={value} path={path} label={`${label}: which`} step={step} />}
            {error !== undefined && <p className={classes.problem}>{error}</p>}
          </fieldset>
        ) : (
          <ValueField
            control={control}
            label={label}
            help={help}
            name={field.key}
            value={value}
            error={error}
            names={step.names}
            isNone={isNone}
            onChange={(next) => step.change(path, next)}
          />
        )}
        {none !== null && (
          <Checkbox
            size="xs"
            label={sentence(none).replace(/\.$/, '')}
            aria-label={`${label}: ${none}`}
            checked={isNone}
            onChange={(event) => step.change(path, event.currentTarget.checked ? null : startOf(field, step.names))}
          />
        )}
      </div>
      {!isRequired && (
        <IconButton name={`Remove ${label}`} icon={IconClose} onClick={() => step.change(path, undefined)} />
      )}
    </div>
  );
}
