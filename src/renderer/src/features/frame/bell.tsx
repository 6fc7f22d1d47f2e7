/** The bell: what the person one looks as was notified of. */
import { Button } from '@mantine/core';
import type { Notification } from '../../../../shared/model.ts';
import { act } from '../../client/act.ts';
import { aboutNotified } from '../../components/about.ts';
import { ActionLink } from '../../components/action-link.tsx';
import { AppLink } from '../../components/app-link.tsx';
import { IconBell } from '../../components/icons.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { paths } from '../../stores/address.ts';
import { useView } from '../../stores/view.ts';
import { useNotificationsOf } from './inbox-content.ts';
import classes from './panel.module.css';
import { PanelButton } from './panel-button.tsx';

/** More than anybody reads; the rest is counted. */
const SHOWN_LIMIT = 100;

export function Bell() {
  const viewAs = useView((state) => state.viewAs);
  const { notifications, unreadCount, unreadUsers } = useNotificationsOf(viewAs);
  const markRead = async () => {
    await Promise.all(unreadUsers.map((user) => act({ type: 'readNotifications', user })));
  };
  return (
    <PanelButton
      title="Notifications"
      buttonLabel={`Notifications, ${unreadCount} unread`}
      icon={<IconBell />}
      count={unreadCount}
      about={aboutNotified(viewAs)}
      actions={
        unreadCount > 0 && (
          <Button variant="subtle" size="compact-xs" onClick={() => void markRead()}>
            Mark all as read
          </Button>
        )
      }
    >
      {(close) => <NotificationList notifications={notifications} user={viewAs} close={close} />}
    </PanelButton>
  );
}

interface NotificationListProps {
  /** Newest first. */
  readonly notifications: readonly Notification[];
  /** Whose they are; `null`: everybody's. */
  readonly user: string | null;
  readonly close: () => void;
}

export function NotificationList({ notifications, user: viewer, close }: NotificationListProps) {
  if (notifications.length === 0) {
    return (
      <p className={classes.nothing}>
        {viewer === null ? 'No notifications yet.' : `No notifications for ${viewer} yet.`}
      </p>
    );
  }
  return (
    <>
      <ul className={classes.list}>
        {notifications.slice(0, SHOWN_LIMIT).map(({ sequence, at, user, kind, caseRef, actionRef, read }) => (
          <li key={sequence} className={classes.entry} data-unread={!read || undefined}>
            <div className={classes.line}>
              <span className={classes.subject}>
                {kind}
                {!read && <span className="visually-hidden"> (unread)</span>}
              </span>
              <span className={classes.when}>
                <InstantText at={at} />
              </span>
            </div>
            <div className={classes.detail}>
              <AppLink to={paths.case(caseRef)} onClick={close}>
                {caseRef}
              </AppLink>
              {': '}
              <ActionLink actionRef={actionRef} onClick={close} />
              {' could not be completed'}
              {viewer === null && `, to ${user}`}
            </div>
          </li>
        ))}
      </ul>
      {notifications.length > SHOWN_LIMIT && (
        <p className={classes.nothing}>and {notifications.length - SHOWN_LIMIT} older ones</p>
      )}
    </>
  );
}
