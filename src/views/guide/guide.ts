/**
 * The three things to try first, on the sample workspace: what each needs, and the one line that says what to do next. A line
 * follows from the world and from the screen one is on, so it is right however one got there.
 */
import type { Action } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { lastOf } from '../facts.ts';

export const GUIDE_IDS = ['escalation', 'maximum', 'compare'] as const;
export type GuideId = (typeof GUIDE_IDS)[number];

/** Where a guide leads: screens, by what they show of it. */
export type GuidePlace = 'action' | 'case' | 'maximum' | 'compare';

interface GuideLine {
  readonly text: string;
  /** Where one has to go for it; `null` where one is there. */
  readonly goTo: { readonly place: GuidePlace; readonly label: string } | null;
  /** Nothing comes after this line. */
  readonly isLast: boolean;
}

interface Guide {
  readonly title: string;
  /** Where it begins. */
  readonly start: GuidePlace;
  /** Whether it can be done in this world from its beginning. */
  readonly isReady: (world: World) => boolean;
  readonly line: (world: World, here: GuidePlace | null) => GuideLine;
}

/** Of the sample workspace: an Action whose External API refuses every call, and Action types with two retry patterns. */
export const GUIDE_CASE = 'INV-1001';
export const GUIDE_ACTION = 'INV-1001/post-invoice';
export const GUIDE_TYPES = ['post-invoice', 'post-quickly'] as const;

const GO_TO: Readonly<Record<GuidePlace, string>> = {
  action: 'Go to the Action',
  case: `Open ${GUIDE_CASE}`,
  maximum: 'Go to the setting',
  compare: 'Go to the comparison',
};

/** A line that is read at `place`; elsewhere it comes with the way there. */
const at = (place: GuidePlace, here: GuidePlace | null, text: string, isLast = false): GuideLine => ({
  text,
  goTo: here === place ? null : { place, label: GO_TO[place] },
  isLast: isLast && here === place,
});

const actionOf = (world: World): Action | undefined => world.actions.get(GUIDE_ACTION);
const savedMaximum = (world: World) => lastOf(world.timelines.get(GUIDE_ACTION) ?? [], 'maximumSaved');
const isRetrying = ({ phase, retryCount, displayedMaximum }: Action) =>
  (phase === 'retry pending' || phase === 'calling') && retryCount > 0 && retryCount < displayedMaximum;
const retries = ({ retryCount, displayedMaximum }: Action) => `${retryCount} of ${displayedMaximum}`;

export const GUIDES: Readonly<Record<GuideId, Guide>> = {
  escalation: {
    title: 'Watch an outage end in an escalation',
    start: 'action',
    isReady: (world) => {
      const action = actionOf(world);
      return action !== undefined && isRetrying(action);
    },
    line: (world, here) => {
      const action = actionOf(world);
      if (action?.phase !== 'closed')
        return at(
          'action',
          here,
          `The External API refuses every call${action === undefined ? '' : `: retried ${retries(action)} times`}. Press “Next retry” in the bar above, and again, until the Action closes.`,
        );
      if (here === 'action')
        return {
          text: `Closed after ${retries(action)} retries, and the Case owner ${world.cases.get(GUIDE_CASE)?.owner ?? ''} was told. Open the Case to see what the owner can do.`,
          goTo: { place: 'case', label: GO_TO.case },
          isLast: false,
        };
      const isWaiting = world.cases.get(GUIDE_CASE)?.needsAttention === true;
      return at(
        'case',
        here,
        isWaiting
          ? 'This is an escalation: the Case waits for its owner. Press “Relaunch” to try again.'
          : 'That was an escalation: the Case waited for its owner until somebody acted.',
        true,
      );
    },
  },
  maximum: {
    title: 'Change the maximum while retries run',
    start: 'maximum',
    isReady: (world) => {
      const action = actionOf(world);
      return action !== undefined && isRetrying(action) && savedMaximum(world) === undefined;
    },
    line: (world, here) => {
      const action = actionOf(world);
      const saved = savedMaximum(world);
      if (action === undefined || saved === undefined)
        return at(
          'maximum',
          here,
          `${GUIDE_CASE} has retried ${action === undefined ? '' : retries(action)} times. Type ${action?.retryCount ?? 0} as “Maximum retries”, read what saving will do, then press “Save”.`,
        );
      const became =
        action.phase === 'closed'
          ? 'It closed the moment you saved, and its Case owner was told'
          : `It now shows ${retries(action)} and continues`;
      return at('action', here, `${became}. Press “Why?” beside its status to read the rule.`, true);
    },
  },
  compare: {
    title: 'Compare two retry patterns',
    start: 'compare',
    isReady: (world) => GUIDE_TYPES.every((name) => world.actionTypes.has(name)),
    line: (_, here) =>
      at(
        'compare',
        here,
        'Read “Better for what”, then move the outage under the two rulers: it says which variant survives it. Change any field; nothing is saved.',
        true,
      ),
  },
};

/** What to try after a guide; `null` after the last. */
export const guideAfter = (guide: GuideId): GuideId | null => GUIDE_IDS[GUIDE_IDS.indexOf(guide) + 1] ?? null;
