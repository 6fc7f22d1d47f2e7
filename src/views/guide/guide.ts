/**
 * The three things to try first, on the sample workspace: what each needs, and the one line that says what to do next. A line
 * follows from the world and from the screen one is on, so it is right however one got there.
 */
import { retryPatternFor } from '../../engine/connection/retry.ts';
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

interface Said {
  /** What to do at the place. */
  readonly text: string;
  /** What is said anywhere else, where what the text speaks of cannot be seen; with the way to the place. */
  readonly elsewhere: string;
  readonly isLast?: boolean;
}

const at = (place: GuidePlace, here: GuidePlace | null, { text, elsewhere, isLast = false }: Said): GuideLine =>
  here === place
    ? { text, goTo: null, isLast }
    : { text: elsewhere, goTo: { place, label: GO_TO[place] }, isLast: false };

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
        return at('action', here, {
          text: `The External API refuses every call${action === undefined ? '' : `: retried ${retries(action)} times`}. Press “Next retry” (Shift →) in the bar above, and again, until the Action closes.`,
          elsewhere: 'The Action is still retrying. Go to it to watch.',
        });
      if (here === 'action')
        return {
          text: `Closed after ${retries(action)} retries, and the Case owner ${world.cases.get(GUIDE_CASE)?.owner ?? ''} was told. Open the Case to see what the owner can do.`,
          goTo: { place: 'case', label: GO_TO.case },
          isLast: false,
        };
      const isWaiting = world.cases.get(GUIDE_CASE)?.needsAttention === true;
      return at('case', here, {
        text: isWaiting
          ? 'This is an escalation: the Case waits for its owner. Press “Relaunch” to try again.'
          : 'That was an escalation: the Case waited for its owner until somebody acted.',
        elsewhere: 'The Action was escalated. Open the Case to see what the owner can do.',
        isLast: true,
      });
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
        return at('maximum', here, {
          text: `${GUIDE_CASE} has retried ${action === undefined ? '' : retries(action)} times. Type ${action?.retryCount ?? 0} as “Maximum retries”, read what saving will do, then press “Save”.`,
          elsewhere: 'The maximum is changed in Settings, while the Action retries.',
        });
      const became =
        action.phase === 'closed'
          ? `It closed ${action.statusSince === saved.at ? 'the moment you saved' : 'after you saved'}, and its Case owner ${world.cases.get(GUIDE_CASE)?.owner ?? ''} was told`
          : `It now shows ${retries(action)} and continues`;
      return at('action', here, {
        text: `${became}. Press “Why?” beside its status to read the rule.`,
        elsewhere: `${became}. Go to the Action to read why.`,
        isLast: true,
      });
    },
  },
  compare: {
    title: 'Compare two retry patterns',
    start: 'compare',
    // Once the maximum was changed there may be nothing to choose between them.
    isReady: ({ actionTypes, settings }) => {
      const [first, second] = GUIDE_TYPES.map((name) => actionTypes.get(name));
      if (first === undefined || second === undefined) return false;
      return retryPatternFor(settings, first).max > retryPatternFor(settings, second).max;
    },
    line: (_, here) =>
      at('compare', here, {
        text: 'Read “Better for what”, then scroll to the two rulers and move the outage below them: it says which variant survives it. You can change any field: nothing is saved.',
        elsewhere: 'The two retry patterns are compared side by side in the Builder.',
        isLast: true,
      }),
  },
};

/** What to try after a guide; `null` after the last. */
export const guideAfter = (guide: GuideId): GuideId | null => GUIDE_IDS[GUIDE_IDS.indexOf(guide) + 1] ?? null;
