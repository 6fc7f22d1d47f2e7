/** The foot of a definition's form: *Save*, and what it will do to the Actions that live. */
import { type ReactNode, useMemo } from 'react';
import { ImpactPanel } from '../components/impact-panel.tsx';
import type { CheckedDefinition } from './checked-definition.ts';
import { SaveBar } from './save-bar.tsx';
import type { SavedForm } from './use-saved-form.ts';

interface DefinitionBarProps {
  readonly form: Pick<SavedForm<never, CheckedDefinition>, 'checked' | 'isDirty' | 'changedOutside' | 'discard'>;
  readonly whenSaved?: ReactNode;
  readonly inCard?: boolean | undefined;
}

export function DefinitionBar({ form, ...rest }: DefinitionBarProps) {
  const { definition } = form.checked;
  const command = useMemo(
    () => (definition === null ? null : ({ type: 'saveDefinition', definition } as const)),
    [definition],
  );
  return (
    <SaveBar form={form} {...rest}>
      {form.isDirty && <ImpactPanel command={command} />}
    </SaveBar>
  );
}
