/** A new Action type: its name, and whether and what it calls; everything else in its form. */
import { Radio } from '@mantine/core';
import { useState } from 'react';
import { actionType } from '../../../../../shared/definitions.ts';
import { create } from '../../../definition-list/definition-verbs.ts';
import { NameDialog } from '../../../definition-list/name-dialog.tsx';
import { useNames } from '../../../definition-list/use-names.ts';
import { ChoiceField } from '../../../form/choice-field.tsx';
import formClasses from '../../../form/form.module.css';
import { navigate, paths } from '../../../stores/address.ts';
import { NoApis } from './no-apis.tsx';

export function NewActionTypeDialog({ onClose }: { readonly onClose: () => void }) {
  const apis = useNames('externalApis');
  const [kind, setKind] = useState<'api' | 'manual'>(apis.length === 0 ? 'manual' : 'api');
  const [chosen, setChosen] = useState(apis.length === 1 ? (apis[0] ?? '') : '');
  const [wasTried, setTried] = useState(false);
  const isApi = kind === 'api';
  return (
    <NameDialog
      title="New Action type"
      section="actionTypes"
      help="It appears in references such as INV-1/post-invoice."
      verb="Create"
      isReady={!isApi || chosen !== ''}
      onTried={() => setTried(true)}
      onSubmit={async (name) => {
        const value = isApi ? { externalApi: chosen } : { manual: true };
        const isDone = await create({ section: 'actionTypes', name, value });
        if (isDone) navigate(paths.builderActionType(name));
        return isDone;
      }}
      onClose={onClose}
    >
      <Radio.Group label="Kind" value={kind} onChange={(value) => setKind(value === 'manual' ? 'manual' : 'api')}>
        <div className={formClasses.radios}>
          <Radio value="api" label="Calls an External API" disabled={apis.length === 0} />
          <Radio value="manual" label="Manual, done by a person" />
        </div>
      </Radio.Group>
      {apis.length === 0 && <NoApis />}
      {isApi && apis.length > 0 && (
        <ChoiceField
          schema={actionType.shape.externalApi}
          value={chosen}
          options={apis}
          none="Choose …"
          help=""
          error={wasTried && chosen === '' ? 'Choose the External API that it calls.' : undefined}
          onChange={setChosen}
        />
      )}
    </NameDialog>
  );
}
