/** Before a save: what it will do to the Actions that live, each with a link. */
import { isRejection } from '../../../shared/errors.ts';
import type { Command } from '../../../shared/inputs.ts';
import { EFFECTS, type Effect, impactInWords, impactOf, type Touched } from '../../../views/options/impact.ts';
import { useFromSettledWorld } from '../stores/settled.ts';
import { workspace } from '../stores/workspace.ts';
import { ActionLink } from './action-link.tsx';
import { Foreseen } from './foreseen.tsx';
import classes from './impact-panel.module.css';

/** More than these are counted, not listed. */
const LISTED = 50;

const HEADINGS: Readonly<Record<Effect, string>> = {
  closes: 'Close now, and the Case owner is told',
  'goes on': 'Go on to the new maximum',
  'last call': 'Close if their call in flight fails',
  relabelled: 'Stay closed, with another maximum shown',
};

interface ImpactPanelProps {
  /** What *Save* would send; `null` while a field is not right yet. */
  readonly command: Command | null;
}

export function ImpactPanel({ command }: ImpactPanelProps) {
  return (
    <Foreseen>
      <Impact command={command} />
    </Foreseen>
  );
}

function Impact({ command }: ImpactPanelProps) {
  const impact = useFromSettledWorld(
    (world) => (command === null ? null : impactOf(world, command, workspace.getState().clock?.now ?? 0)),
    [command],
  );
  if (impact === null) return 'Not ready to save: some fields are not valid yet.';
  if (isRejection(impact)) return impact.message;
  const words = impactInWords(impact);
  if (words === null) return 'No live Action is affected.';
  return (
    <>
      On saving: {words}.
      <details className={classes.details}>
        <summary>Which Actions</summary>
        {EFFECTS.map((effect) => (
          <Group key={effect} effect={effect} touched={impact.filter((each) => each.effect === effect)} />
        ))}
      </details>
    </>
  );
}

function Group({ effect, touched }: { readonly effect: Effect; readonly touched: readonly Touched[] }) {
  if (touched.length === 0) return null;
  return (
    <>
      <h4 className={classes.heading}>{HEADINGS[effect]}</h4>
      <ul className={classes.list}>
        {touched.slice(0, LISTED).map(({ actionRef, retryCount, shownBefore, shownAfter, told }) => (
          <li key={actionRef}>
            <ActionLink actionRef={actionRef} /> {retryCount}/{shownBefore}
            {shownAfter !== shownBefore && ` → ${retryCount}/${shownAfter}`}
            {told !== null && <span className={classes.dimmed}>, {told} is told</span>}
          </li>
        ))}
      </ul>
      {touched.length > LISTED && (
        <p className={classes.dimmed}>and {(touched.length - LISTED).toLocaleString('en')} more</p>
      )}
    </>
  );
}
