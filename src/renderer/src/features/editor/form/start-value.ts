/** What a field begins with when it is added, as the file has it; right as far as that can be known. */
import type { Names } from '../../../../../views/names-in.ts';
import { listOf } from './names.ts';
import type { Alternative, Control, Field } from './shape.ts';

export function startOf({ key, control, schema }: Pick<Field, 'key' | 'control' | 'schema'>, names: Names): unknown {
  return startOfControl(control, key, names, schema.meta()?.id === 'Instant' ? '+0s' : undefined);
}

/** An alternative in the place of another one: what both have stays. */
export function startOfAlternative({ control }: Alternative, key: string, before: unknown, names: Names): unknown {
  const start = startOfControl(control, key, names);
  if (control.kind !== 'group' || typeof before !== 'object' || before === null) return start;
  const isShared = ([name]: [string, unknown]) =>
    control.fields.some((field) => field.key === name && field.control.kind !== 'fixed');
  return { ...(start as object), ...Object.fromEntries(Object.entries(before).filter(isShared)) };
}

function startOfControl(control: Control, key: string, names: Names, text?: string): unknown {
  switch (control.kind) {
    case 'duration':
      return '1m';
    case 'switch':
      return true;
    case 'names':
      return [];
    case 'code':
      return {};
    case 'number':
      return Number.isFinite(control.min) ? control.min : 0;
    case 'choice':
      return control.words[0];
    case 'fixed':
      return control.value;
    case 'alternatives': {
      const [first] = control.options;
      return first && startOfControl(first.control, key, names);
    }
    case 'group':
      return Object.fromEntries(
        control.fields.filter(({ isRequired }) => isRequired).map((field) => [field.key, startOf(field, names)]),
      );
    default: {
      const list = listOf(key);
      return text ?? (list === null ? '' : (names[list][0] ?? ''));
    }
  }
}
