/** Where the Lab will be; until then, what comes nearest to it. */
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { paths } from '../../stores/address.ts';

export function LabScreen() {
  return (
    <Page title="Lab">
      <Section title="Not part of this version" flush>
        <EmptyState
          sentence="The Lab, which plays many lives of one Action type and compares what its settings lead to, is not part of this version. What comes nearest today: run the scenario of a flaky API with forty Cases, and read off the lists how many of them needed their owner."
          action={<AppLink to={`${paths.scenarios}?q=forty`}>Find it under Scenarios</AppLink>}
        />
      </Section>
    </Page>
  );
}
