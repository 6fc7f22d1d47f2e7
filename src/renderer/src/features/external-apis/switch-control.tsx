/** The big switch: what the API does with calls from now on, whatever its configuration says. */
import { Radio } from '@mantine/core';
import { SWITCH_WORDS } from '../../../../engine/api-words.ts';
import { API_SWITCHES, type ApiSwitch } from '../../../../shared/words.ts';
import { act, showDone } from '../../client/act.ts';
import { useWish } from '../../client/use-wish.ts';
import { Section } from '../../components/section.tsx';
import classes from './external-apis.module.css';

interface SwitchControlProps {
  readonly name: string;
  readonly value: ApiSwitch;
}

export function SwitchControl({ name, value }: SwitchControlProps) {
  const [shown, flip] = useWish(value, async (to) => {
    const isAccepted = await act({ type: 'switchApi', name, to });
    if (isAccepted) showDone(`${name} ${SWITCH_WORDS[to]} from now on.`);
    return isAccepted;
  });
  return (
    <Section title="Switch" aside="Governs calls from now on; answers on their way still come.">
      <Radio.Group label="API is" value={shown} onChange={(to) => flip(to as ApiSwitch)}>
        <div className={classes.radios}>
          {API_SWITCHES.map((each) => (
            <Radio
              key={each}
              value={each}
              label={each}
              description={sentence(SWITCH_WORDS[each])}
              className={classes.radio ?? ''}
              wrapperProps={{ 'data-checked': each === shown, 'data-to': each }}
            />
          ))}
        </div>
      </Radio.Group>
    </Section>
  );
}

const sentence = (words: string) => `It ${words}.`;
