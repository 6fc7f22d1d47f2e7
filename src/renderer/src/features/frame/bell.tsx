/** The bell: what the person one looks as was notified of. */
import { Button } from '@mantine/core';
import { act } from '../../client/act.ts';
import { aboutNotified } from '../../components/about.ts';
import { ActionLink } from '../../components/action-link.tsx';
import { AppLink } from '../../components/app-link.tsx';
import { IconBell } from '../../components/icons.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { paths } from '../../stores/address.ts';
import { useView } from '../../stores/view.ts';
import { useNotificationsOfView } from './inbox-content.ts';
import classes from './panel.module.css';
import { PanelButton } from './panel-button.tsx';

/** More than anybody reads; the rest is counted. */
const SHOWN_LIMIT = 100;

export function Bell() {
  const { notifications, unreadCount, unreadUsers } = useNotificationsOfView();
  const viewAs = useView((state) => state.viewAs);
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
      {(close) =>
        notifications.length === 0 ? (
          <p className={classes.nothing}>
            {viewAs === null ? 'No notifications yet.' : `No notifications for ${viewAs} yet.`}
          </p>
        ) : (
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
                    {viewAs === null && `, to ${user}`}
                  </div>
                </li>
              ))}
            </ul>
            {notifications.length > SHOWN_LIMIT && (
              <p className={classes.nothing}>and {notifications.length - SHOWN_LIMIT} older ones</p>
            )}
          </>
        )
      }
    </PanelButton>
  );
}
