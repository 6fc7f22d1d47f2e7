/** One Case: what it needs, what its owner can do, its process, Actions, data and history. */
import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { caseProcess } from '../../../../views/case/case-process.ts';
import { holdingUp } from '../../../../views/case/held-up.ts';
import { ownerOptions } from '../../../../views/options/owner-options.ts';
import { about } from '../../components/about.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExpectMenu } from '../../components/expect-menu.tsx';
import { IconPause } from '../../components/icons.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { Later } from '../../components/later.tsx';
import { Page } from '../../components/page.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { navigate, paths } from '../../stores/address.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { ActionsSection } from './actions-section.tsx';
import { AttentionBanner } from './attention-banner.tsx';
import classes from './case.module.css';
import { CustomDataSection } from './custom-data.tsx';
import { HeldUpNotice } from './held-up-notice.tsx';
import { OwnerButtons, OwnerNotes } from './owner-buttons.tsx';
import { ProcessDiagram } from './process-diagram.tsx';
import { TimelineSection } from './timeline-section.tsx';
import { type CaseView, useCaseView } from './use-case-view.ts';

export function CaseScreen({ caseRef }: { readonly caseRef: string }) {
  const view = useCaseView(caseRef);
  return view ? <KnownCase key={caseRef} view={view} /> : <MissingCase caseRef={caseRef} />;
}

const breadcrumbs = (caseRef: string) => [{ label: 'Cases', to: paths.cases }, { label: caseRef }];

function KnownCase({ view }: { readonly view: CaseView }) {
  const { caseInstance } = view;
  const process = useMemo(() => caseProcess(view.world, view.caseInstance), [view]);
  const holding = useMemo(() => holdingUp(caseInstance, process), [caseInstance, process]);
  const options = useMemo(() => ownerOptions(view.world, view.caseInstance, view.world.startAt), [view]);
  return (
    <Page
      title={caseInstance.ref}
      region={`Case ${caseInstance.ref}`}
      breadcrumbs={breadcrumbs(caseInstance.ref)}
      aside={<Facts view={view} />}
      actions={<OwnerButtons caseInstance={caseInstance} options={options} />}
    >
      <OwnerNotes caseInstance={caseInstance} options={options} />
      {caseInstance.needsAttention && <AttentionBanner view={view} process={process} options={options} />}
      <HeldUpNotice view={view} holding={holding} />
      <ProcessDiagram process={process} caseInstance={caseInstance} />
      <ActionsSection view={view} holding={holding} />
      <Later>
        <div className={classes.halves}>
          <CustomDataSection caseInstance={caseInstance} />
          <TimelineSection view={view} />
        </div>
      </Later>
    </Page>
  );
}

function Facts({ view: { caseInstance } }: { readonly view: CaseView }) {
  return (
    <>
      <span {...about(caseInstance.ref)}>
        <StatusChip status={caseInstance.status} resolutionMethod={caseInstance.resolutionMethod} size="md" full />
      </span>
      {caseInstance.paused && (
        <span className={classes.paused} title="It launches nothing new; what is running continues">
          <IconPause size={13} /> Paused
        </span>
      )}
      <ExpectMenu of={[{ case: caseInstance.ref }, { notifications: caseInstance.owner }]} />
      <dl className={classes.facts}>
        {caseInstance.caseType !== null && <Fact name="Type">{caseInstance.caseType}</Fact>}
        <Fact name="Owner">{caseInstance.owner}</Fact>
        <Fact name="Since">
          <InstantText at={caseInstance.statusSince} />
        </Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A Case that is still planned says when it comes. */
function MissingCase({ caseRef }: { readonly caseRef: string }) {
  const plannedAt = useWorkspace((state) => state.world?.plannedLaunches.get(caseRef)?.at);
  return (
    <Page title={caseRef} region={`Case ${caseRef}`} breadcrumbs={breadcrumbs(caseRef)}>
      {plannedAt !== undefined && (
        <p className={classes.note}>
          It is planned and starts by itself on <InstantText at={plannedAt} withDate />.
        </p>
      )}
      <EmptyState
        sentence={
          plannedAt === undefined ? `There is no Case ${caseRef} in this workspace.` : 'Nothing has happened in it yet.'
        }
        action={
          <Button variant="default" onClick={() => navigate(paths.cases)}>
            Show all Cases
          </Button>
        }
      />
    </Page>
  );
}
