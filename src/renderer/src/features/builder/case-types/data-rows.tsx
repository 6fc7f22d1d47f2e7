/** The custom data that Cases of a type start with, field by field. */
import { Button, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { IconClose, IconPlus } from '../../../components/icons.tsx';
import formClasses from '../../../form/form.module.css';
import type { DefinitionForm } from '../../../form/use-definition-form.ts';
import type { CaseTypeDraft, DataRow } from './case-type-draft.ts';
import classes from './case-types.module.css';
import { readValue } from './data-text.ts';

export function DataRows({ form }: { readonly form: DefinitionForm<CaseTypeDraft> }) {
  const { data } = form.draft;
  const list = useRef<HTMLDivElement>(null);
  const focusField = (index: number) =>
    // The row is there by the next frame.
    requestAnimationFrame(() => {
      const fields = list.current?.querySelectorAll<HTMLInputElement>('input[data-field]');
      (fields?.[index] ?? list.current?.querySelector<HTMLButtonElement>('button[data-add]'))?.focus();
    });
  return (
    <div ref={list} className={classes.rows}>
      {data.length === 0 && (
        <p className={formClasses.note}>None yet. Custom data goes out with every call, and responses add to it.</p>
      )}
      {data.length > 0 && (
        <ul className={classes.dataRows} aria-label="Fields">
          {data.map((row, index) => (
            // Rows are told apart by their place alone: their names change as one types.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index} className={classes.dataRow}>
              <TextInput
                data-field
                aria-label={`Name of field ${index + 1}`}
                placeholder="Field"
                spellCheck={false}
                autoComplete="off"
                {...form.field(`data.${index}.field`)}
              />
              <TextInput
                aria-label={`Value of field ${index + 1}`}
                placeholder="Value: text or JSON"
                spellCheck={false}
                autoComplete="off"
                {...form.field(`data.${index}.text`)}
                rightSection={<span className={classes.kind}>{kindOf(row)}</span>}
                rightSectionWidth={84}
                rightSectionPointerEvents="none"
              />
              <button
                type="button"
                className={classes.icon}
                aria-label={`Remove field ${index + 1}`}
                title="Remove"
                onClick={() => {
                  form.remove('data', index);
                  focusField(Math.min(index, data.length - 2));
                }}
              >
                <IconClose size={13} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button
          data-add
          variant="default"
          leftSection={<IconPlus size={13} />}
          onClick={() => {
            form.insert('data', { field: '', text: '' });
            focusField(data.length);
          }}
        >
          Add field
        </Button>
      </div>
      {data.length > 0 && (
        <p className={formClasses.note}>
          A value that reads as JSON is JSON; quotes make it text: <code>"4711"</code> is text, <code>4711</code> a
          number.
        </p>
      )}
    </div>
  );
}

function kindOf({ field, text }: DataRow): string | null {
  if (field.trim() === '' && text.trim() === '') return null;
  const read = readValue(text);
  return 'kind' in read ? read.kind : null;
}
