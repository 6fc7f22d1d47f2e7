/** Starting and ending one of the three things to try first, from the first start, Help and the palette alike. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { retryPattern } from '../../../shared/definitions.ts';
import { labelOf } from '../../../shared/field.ts';
import {
  GUIDE_ACTION,
  GUIDE_CASE,
  GUIDE_TYPES,
  GUIDES,
  type GuideId,
  type GuidePlace,
} from '../../../views/guide/guide.ts';
import { navigate, paths } from '../stores/address.ts';
import { folded } from '../stores/folded.ts';
import { closeHelp } from '../stores/help.ts';
import { workspace } from '../stores/workspace.ts';
import { attempt } from './act.ts';
import { client } from './client.ts';

interface Running {
  readonly guide: GuideId;
  /** The workspace that was open before the sample was opened for it; `null` where it began in the open one. */
  readonly leftBehind: string | null;
}

const running = createStore<{ readonly now: Running | null }>(() => ({ now: null }));

/** The guide one follows in this window; `null` where there is none. */
export const useGuide = (): Running | null => useStore(running, ({ now }) => now);
export const endGuide = (): void => running.setState({ now: null });

const [VARIANT_A, VARIANT_B] = GUIDE_TYPES;

/** The address of each place of a guide. */
export const GUIDE_PATHS: Readonly<Record<GuidePlace, string>> = {
  action: paths.action(GUIDE_ACTION),
  case: paths.case(GUIDE_CASE),
  maximum: paths.setting(labelOf(retryPattern.shape.max)),
  compare: paths.builderComparing(VARIANT_A, VARIANT_B),
};

/** Which place of a guide an address without its query is. */
export function guidePlaceAt(path: string): GuidePlace | null {
  const places = Object.entries(GUIDE_PATHS) as [GuidePlace, string][];
  return places.find(([, place]) => place.split('?')[0] === path)?.[0] ?? null;
}

/**
 * Leads to where a guide begins. Where the open workspace is not as it needs it, the sample opens as a workspace of its own; the
 * open one stays as it is, and the bar offers the way back.
 */
export async function startGuide(guide: GuideId): Promise<void> {
  const { isReady, start } = GUIDES[guide];
  const { world, workspace: before } = workspace.getState();
  const needsSample = world === null || !isReady(world);
  if (needsSample) {
    const opened = await attempt(client().workspace.openSample({ keepsCurrent: true }));
    if (opened === null) return;
    await folded(opened.toldSeq);
  }
  closeHelp();
  running.setState({ now: { guide, leftBehind: needsSample ? before.name : null } });
  navigate(GUIDE_PATHS[start]);
}
