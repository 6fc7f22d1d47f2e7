/** One value of a step in the control that its schema asks for; what it holds is what the text has. */
import { NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isComparison } from '../../../../../shared/comparison.ts';
import type { Names } from '../../../../../views/names-in.ts';
import { SwitchField } from '../../../form/switch-field.tsx';
import { toNumber } from '../../../form/text.ts';
import { durationText } from '../../../form/typed-duration.ts';
import { DurationField, NumberField } from '../../../form/typed-fields.tsx';
import { flowText, valueOfText } from '../source/write.ts';
import { listOf } from './names.ts';
import { idOfList } from './names-lists.tsx';
import { type Control, choiceInWords } from './shape.ts';
import { useTyped } from './use-typed.ts';

interface ValueFieldProps {
  readonly control: Control;
  readonly label: string;
  readonly help: string;
  /** Its key in the file. */
  readonly name: string;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly names: Names;
  /** It has none; the control waits for that to change. */
  readonly isNone?: boolean;
  readonly onChange: (value: unknown) => void;
}

export function ValueField(props: ValueFieldProps) {
  const { control, label, help, name, value, error, names, isNone = false, onChange } = props;
  if (isComparison(value)) return <CodeField {...props} />;
  switch (control.kind) {
    case 'switch':
      return <SwitchField label={label} help={help} value={value === true} onChange={onChange} />;
    case 'choice':
      return (
        <NativeSelect
          label={label}
          description={help}
          error={error}
          disabled={isNone}
          data={choices(control.words, String(value ?? ''))}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'names':
      return (
        <TagsInput
          label={label}
          description={help}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={error}
          disabled={isNone}
          data={name === 'answers' ? [] : [...(names[listOf(name) ?? 'reasons'] ?? [])]}
          // Answers are sentences, and these have commas.
          {...(name === 'answers' && { splitChars: [] })}
          maxDropdownHeight={200}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
        />
      );
    case 'code':
      return <CodeField {...props} />;
    default:
      return <TypedField {...props} />;
  }
}

/** What the text has, and is none of them, is there too until another one is chosen. */
function choices(words: readonly string[], value: string) {
  const known = words.map((word) => ({ value: word, label: choiceInWords(word) }));
  return words.includes(value) ? known : [{ value, label: value }, ...known];
}

/** Keys of texts for an audience: they get room from the start. */
const LONG: readonly string[] = ['say', 'question', 'because'];

/** Text, a number or a duration. */
function TypedField({ control, label, help, name, value, error, isNone = false, onChange }: ValueFieldProps) {
  const typed = useTyped(written(value), (text) => onChange(inFile(control, text)));
  const { isTyping, ...input } = typed;
  const props = { label, help, disabled: isNone, error: isTyping ? undefined : error, ...input };
  if (control.kind === 'duration') return <DurationField {...props} />;
  if (control.kind === 'number') {
    const { min, max, isWhole } = control;
    return <NumberField {...props} min={min} max={max} step={isWhole ? 1 : 'any'} />;
  }
  const list = listOf(name);
  const isLong = LONG.includes(name) || input.value.length > 60;
  const text = {
    ...input,
    label,
    description: help,
    disabled: isNone,
    error: props.error,
    spellCheck: false,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => input.onChange(event.currentTarget.value),
  };
  if (isLong) return <Textarea {...text} autosize minRows={2} maxRows={8} />;
  return <TextInput {...text} {...(list !== null && { list: idOfList(list) })} />;
}

const written = (value: unknown) => (value === undefined || value === null ? '' : String(value));
/** As files have it. What is not a number stays text, so that the text shows what was typed. */
function inFile({ kind }: Control, typed: string): string | number {
  if (kind === 'duration') return durationText(typed);
  return kind !== 'number' || Number.isNaN(toNumber(typed)) ? typed : toNumber(typed);
}

/** What no other control holds, as the file has it. */
function CodeField({ label, help, value, error, isNone = false, onChange }: ValueFieldProps) {
  const [isUnreadable, setUnreadable] = useState(false);
  const typed = useTyped(value === undefined ? '' : flowText(value), (text) => {
    const read = valueOfText(text);
    setUnreadable(read === undefined);
    if (read !== undefined) onChange(read);
  });
  return (
    <Textarea
      label={label}
      description={`${help} Written as in the file.`.trim()}
      error={isUnreadable ? 'This cannot be read. Expected it as the file has it, such as { amount: 120.5 }.' : error}
      disabled={isNone}
      autosize
      minRows={1}
      maxRows={8}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={typed.value}
      onChange={(event) => typed.onChange(event.currentTarget.value)}
      onBlur={() => {
        typed.onBlur();
        setUnreadable(false);
      }}
    />
  );
}
