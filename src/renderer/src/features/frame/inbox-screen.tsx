/** A person's side of it as a screen: what is in the inbox, and what they were notified of. */
import { aboutNotified } from '../../components/about.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import { NotificationList } from './bell.tsx';
import { InboxList } from './inbox.tsx';
import { useInboxOf, useNotificationsOf } from './inbox-content.ts';
import classes from './panel.module.css';

export function InboxScreen({ user }: { readonly user: string }) {
  const isKnown = useWorkspace(({ world }) => world?.users.has(user) === true);
  const title = `Inbox of ${user}`;
  return (
    <Page title={title}>
      {isKnown ? <Sides user={user} /> : <EmptyState sentence={`This workspace has no user “${user}”.`} />}
    </Page>
  );
}

function Sides({ user }: { readonly user: string }) {
  const inbox = useInboxOf(user);
  const { notifications, unreadCount } = useNotificationsOf(user);
  return (
    <div className={classes.sides}>
      <Section title="Inbox" aside={inbox.cases.length + inbox.actions.length} flush>
        <InboxList content={inbox} user={user} close={nothing} />
      </Section>
      <Section title="Notifications" about={aboutNotified(user)} aside={`${unreadCount} unread`} flush>
        <NotificationList notifications={notifications} user={user} close={nothing} />
      </Section>
    </div>
  );
}

const nothing = () => undefined;
