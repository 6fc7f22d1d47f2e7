/** An address that names no screen. */
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { paths } from '../../stores/address.ts';

export function NotFoundScreen() {
  return (
    <Page title="Not found">
      <EmptyState
        sentence="There is no screen at this address."
        action={<AppLink to={paths.cases}>Go to Cases</AppLink>}
      />
    </Page>
  );
}
