/** What a person was told and has to do; of everybody for `null`. */
import type { Action, Case, Notification } from '../../../../shared/model.ts';
import type { World } from '../../../../shared/world.ts';
import { actionsInInbox, casesInInbox } from '../../../../views/rows/inbox.ts';
import { useFromSettledWorld } from '../../stores/settled.ts';

export interface InboxContent {
  readonly cases: readonly Case[];
  readonly actions: readonly Action[];
}

const NOTHING: InboxContent = { cases: [], actions: [] };

/** Cases that need the person's attention, and the open Actions assigned to them. */
export function useInboxOf(user: string | null): InboxContent {
  return useFromSettledWorld((world) => inboxOf(world, user), [user]) ?? NOTHING;
}

function inboxOf(world: World, user: string | null): InboxContent {
  if (user !== null) return { cases: casesInInbox(world, user), actions: actionsInInbox(world, user) };
  return {
    cases: [...world.cases.values()].filter(({ needsAttention }) => needsAttention),
    actions: [...world.actions.values()].filter(({ assignee }) => assignee !== null),
  };
}

export interface NotificationsContent {
  /** Newest first. */
  readonly notifications: readonly Notification[];
  readonly unreadCount: number;
  /** Who has unread ones. */
  readonly unreadUsers: readonly string[];
}

const SILENCE: NotificationsContent = { notifications: [], unreadCount: 0, unreadUsers: [] };

export function useNotificationsOf(user: string | null): NotificationsContent {
  return useFromSettledWorld((world) => notificationsOf(world, user), [user]) ?? SILENCE;
}

function notificationsOf(world: World, user: string | null): NotificationsContent {
  const all = user === null ? [...world.notifications.values()].flat() : [...(world.notifications.get(user) ?? [])];
  const unread = all.filter(({ read }) => !read);
  return {
    notifications: all.sort((left, right) => right.sequence - left.sequence),
    unreadCount: unread.length,
    unreadUsers: [...new Set(unread.map((notification) => notification.user))],
  };
}
