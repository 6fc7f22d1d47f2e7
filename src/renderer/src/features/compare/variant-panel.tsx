/** One side: where it starts from, its form, its verdict, and saving it. */
import { NativeSelect } from '@mantine/core';
import type { ActionType } from '../../../../shared/definitions.ts';
import { Section } from '../../components/section.tsx';
import formClasses from '../../form/form.module.css';
import classes from './compare.module.css';
import { Sentences, type Told } from './sentences.tsx';
import { UseSettingsFor } from './use-settings-for.tsx';
import type { SideState } from './use-variants.ts';
import { SYSTEM_WIDE } from './variant.ts';
import { VariantFields } from './variant-fields.tsx';

interface VariantPanelProps {
  readonly state: SideState;
  /** Those that call an API. */
  readonly actionTypes: ReadonlyMap<string, ActionType>;
  readonly sentences: Told | null;
  readonly otherSentences: Told | null;
  /** The Action type whose settings these may become; `null` where there is none. */
  readonly target: string | null;
}

export function VariantPanel(props: VariantPanelProps) {
  const { state, actionTypes, sentences, otherSentences, target } = props;
  const { side, variant, actionType, isChanged, startFrom, discard, change } = state;
  return (
    <Section title={`Variant ${side}`} aside={isChanged ? 'changed' : undefined}>
      <div className={classes.panel}>
        <NativeSelect
          label="Starts from"
          value={variant.origin}
          onChange={(event) => startFrom(event.currentTarget.value)}
          data={[
            { value: SYSTEM_WIDE, label: 'The system-wide retry pattern' },
            ...[...actionTypes].map(([name, { title }]) => ({
              value: name,
              label: title === undefined ? name : `${title} (${name})`,
            })),
          ]}
        />
        <VariantFields key={variant.origin} state={state} />
        {sentences === null ? (
          <p className={formClasses.note}>The verdict returns once the fields above are valid.</p>
        ) : (
          <Sentences sentences={sentences} others={otherSentences} />
        )}
        <UseSettingsFor
          name={target}
          target={target === null ? undefined : actionTypes.get(target)}
          wanted={actionType}
          onDiscard={isChanged ? discard : undefined}
          onSaved={() => target !== null && change({ ...variant, origin: target })}
        />
      </div>
    </Section>
  );
}
