/** The odds of an Action type that calls this API, live while one types in the API's form; which of them can be chosen. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ActionType } from '../../../../../shared/definitions.ts';
import type { ExternalApiState } from '../../../../../shared/model.ts';
import { byTelling } from '../../../../../views/lab/telling.ts';
import { Section } from '../../../components/section.tsx';
import { OddsSection } from '../../../odds/odds-section.tsx';
import { useFromSettledWorld } from '../../../stores/settled.ts';
import classes from './editor.module.css';
import type { ApiForm } from './use-api-form.ts';

interface ApiOddsProps {
  readonly name: string;
  readonly api: ExternalApiState;
  readonly form: ApiForm;
}

export function ApiOdds({ name, api, form }: ApiOddsProps) {
  const [chosen, choose] = useState<string | null>(null);
  // By what is saved: which of them is offered first must not change while one types.
  const types = useFromSettledWorld(
    ({ actionTypes, settings }): readonly (readonly [string, ActionType])[] => {
      const callers = [...actionTypes].filter(([, { externalApi }]) => externalApi === name);
      const telling = byTelling({ actionTypes: callers, apiOf: () => api.definition, settings });
      return telling.flatMap((each) => callers.filter(([caller]) => caller === each));
    },
    [name, api.definition],
  );
  if (types === null) return null;
  const [first] = types;
  if (first === undefined) {
    return (
      <Section title="Odds">
        <p className={classes.note}>No Action type calls {name} yet: there are no odds of how one would end.</p>
      </Section>
    );
  }
  const [actionTypeName, actionType] = types.find(([each]) => each === chosen) ?? first;
  const { definition } = form.checked;
  const drafted = definition?.section === 'externalApis' ? definition.value : null;
  return (
    <OddsSection
      actionTypeName={actionTypeName}
      actionType={actionType}
      api={{ name, switch: api.switch, definition: drafted }}
      drafted={form.isDirty && drafted !== null ? { externalApi: drafted } : {}}
    >
      <Select
        label="Action type"
        data={types.map(([value, { title = value }]) => ({ value, label: title }))}
        value={actionTypeName}
        onChange={choose}
        allowDeselect={false}
        comboboxProps={{ withinPortal: true }}
      />
    </OddsSection>
  );
}
