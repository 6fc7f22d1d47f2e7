/** The big switch: what the API does with calls from now on, whatever its configuration says. */
import { Radio } from '@mantine/core';
import type { ExternalApiState } from '../../../../shared/model.ts';
import { WORDS } from '../../../../shared/word-table.ts';
import type { ApiSwitch } from '../../../../shared/words.ts';
import { act, showDone } from '../../client/act.ts';
import { useWish } from '../../client/use-wish.ts';
import { aboutApi } from '../../components/about.ts';
import { IconReal } from '../../components/icons.tsx';
import { offeredSwitches } from '../../components/offered-switches.ts';
import { Section } from '../../components/section.tsx';
import { useClock } from '../../stores/workspace.ts';
import classes from './external-apis.module.css';

interface SwitchControlProps {
  readonly name: string;
  readonly api: ExternalApiState;
}

export function SwitchControl({ name, api }: SwitchControlProps) {
  const { url } = api.definition;
  const [shown, flip] = useWish(api.switch, async (to) => {
    const isAccepted = await act({ type: 'switchApi', name, to });
    if (isAccepted) showDone(`${name} ${WORDS.switch[to].verb} from now on.`);
    return isAccepted;
  });
  const offered = offeredSwitches(url);
  return (
    <Section
      title="Switch"
      about={aboutApi(name)}
      aside="Applies to calls from now on; responses already on their way still arrive."
    >
      <Radio.Group label="API is" value={shown} onChange={(to) => flip(to as ApiSwitch)}>
        <div className={classes.radios}>
          {offered.map((each) => (
            <Radio
              key={each}
              value={each}
              label={each}
              description={sentence(WORDS.switch[each].verb)}
              className={classes.radio ?? ''}
              wrapperProps={{ 'data-checked': each === shown, 'data-to': each }}
            />
          ))}
        </div>
      </Radio.Group>
      {shown === 'Real' && <WhatRealMeans url={url} />}
      {!offered.includes('Real') && (
        <p className={classes.hint}>
          It can also be real, a server of your own that is really called, when its URL is a loopback address such as{' '}
          <code>http://localhost:8080/invoices</code>.
        </p>
      )}
    </Section>
  );
}

const sentence = (words: string) => `It ${words}.`;

/** What goes out, what is not used, and how an answer comes back. */
function WhatRealMeans({ url }: { readonly url: string }) {
  const callbackBase = useClock((clock) => clock.callbackBase);
  return (
    <p className={classes.real}>
      <IconReal size={14} />
      <span>
        Calls really go out to <code>{url}</code>. Time plays at 1× only. Script, random behaviour and outages are not
        used.{' '}
        {callbackBase === null
          ? 'No response can come in here, since nothing listens for it: serve the app with “trigger-lab serve”, or respond by hand.'
          : 'Responses come in at the CallBackURL that each call brings along.'}
      </span>
    </p>
  );
}
