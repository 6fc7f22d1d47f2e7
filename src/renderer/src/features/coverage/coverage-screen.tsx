/** What scenarios exercise of all that can happen to an Action, or what has happened in this workspace: picture and lists. */
import { SegmentedControl, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CoverageReport } from '../../../../shared/coverage.ts';
import { share } from '../../../../views/words/figures.ts';
import { FilterBar, useListQuery } from '../../components/filter-bar.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { TableSkeleton } from '../../components/skeletons.tsx';
import { navigate, paths, useQuery } from '../../stores/address.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import classes from './coverage.module.css';
import { BOTH, CoverageTable, ENDING_COLUMNS, ROW_COLUMNS, RULE_COLUMNS, SETTING_COLUMNS } from './coverage-table.tsx';
import { arrowId } from './diagram-layout.ts';
import type { Scenarios } from './exercised-by.tsx';
import { type Arrow, StateDiagram } from './state-diagram.tsx';
import { endingThings, rowThings, ruleThings, settingThings, type Thing } from './things.ts';
import { useScenarioCoverage, useWorkspaceCoverage } from './use-coverage.ts';

const BREADCRUMBS = [{ label: 'Scenarios', to: paths.scenarios }, { label: 'Coverage' }];
const SOURCES = [
  { value: paths.coverage, label: 'Scenarios' },
  { value: paths.coverageHere, label: 'This workspace' },
];

interface CoverageScreenProps {
  /** `scenarios`: what they exercise; `workspace`: what has happened in the one that is open. */
  readonly of: 'scenarios' | 'workspace';
}

export function CoverageScreen({ of }: CoverageScreenProps) {
  return (
    <Page
      title="Coverage"
      breadcrumbs={BREADCRUMBS}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Coverage of"
          value={of === 'scenarios' ? paths.coverage : paths.coverageHere}
          onChange={(to) => navigate(to)}
          data={SOURCES}
        />
      }
    >
      {of === 'scenarios' ? <OfScenarios /> : <OfWorkspace />}
    </Page>
  );
}

function OfScenarios() {
  const coverage = useScenarioCoverage();
  if (coverage === undefined) return <TableSkeleton rows={12} />;
  const { scenarios, unplayed } = coverage;
  const open = scenarios.some(({ id }) => id === null) ? ' and the one that is open' : '';
  return (
    <Coverage report={coverage} scenarios={scenarios}>
      {inShort(coverage)} exercised by the lessons and scenarios of the library{open}.
      {unplayed !== null && ` ${unplayed} It is not counted.`}
    </Coverage>
  );
}

function OfWorkspace() {
  const coverage = useWorkspaceCoverage();
  const name = useWorkspace((state) => state.workspace.name);
  if (coverage === undefined) return <TableSkeleton rows={12} />;
  return (
    <Coverage report={coverage} scenarios={null}>
      {inShort(coverage)} seen in “{name}” so far.
    </Coverage>
  );
}

function inShort({ rows, percent }: Pick<CoverageReport, 'rows' | 'percent'>): string {
  const count = rows.filter(({ covered }) => covered).length;
  return `${count} of ${rows.length} rows of the state table (${share(percent / 100)}) were`;
}

type Report = Omit<CoverageReport, 'settings'> & Partial<Pick<CoverageReport, 'settings'>>;

interface CoverageProps {
  readonly report: Report;
  readonly scenarios: Scenarios;
  /** What it comes to, in a sentence. */
  readonly children: ReactNode;
}

/** In the address, the filter of what is missing. */
const MISSING = { key: 'only', value: 'missing' } as const;

function Coverage({ report, scenarios, children }: CoverageProps) {
  const verb = scenarios === null ? 'seen' : 'exercised';
  const [part, setPart] = useState<string | null>('rows');
  const query = useListQuery();
  const [, change] = useQuery();
  const [rows, endings, rules, settings] = [
    rowThings(report),
    endingThings(report),
    ruleThings(report),
    settingThings(report),
  ];
  const isShown = ({ text, isCovered }: Thing) =>
    text.includes(query.q) && query.allows(MISSING.key, isCovered ? '' : MISSING.value);
  const [from, to] = [[...query.chosen('from')][0], [...query.chosen('to')][0]];
  const chosen = from === undefined || to === undefined ? null : arrowId({ from, to });
  const choose = (arrow: Arrow) => {
    setPart('rows');
    change((next) => {
      next.delete('from');
      next.delete('to');
      if (arrow.id === chosen) return;
      next.set('from', arrow.from);
      next.set('to', arrow.to);
    });
  };
  const shownRows = rows.filter((row) => isShown(row) && (chosen === null || arrowId(row) === chosen));
  const table = { scenarios };
  const parts = [
    { key: 'rows', label: 'State table', all: rows },
    { key: 'endings', label: 'Endings', all: endings },
    { key: 'rules', label: 'Rules', all: rules },
    ...(report.settings === undefined ? [] : [{ key: 'settings', label: 'Settings', all: settings }]),
  ];
  const missing = parts.find(({ key }) => key === part)?.all.filter(({ isCovered }) => !isCovered).length ?? 0;
  return (
    <>
      <p className={classes.sentence} role="status">
        {children}
      </p>
      <StateDiagram verb={verb} rows={rows} chosen={chosen} onChoose={choose} />
      <Section title="In detail" flush>
        <Tabs value={part} onChange={setPart} keepMounted={false}>
          <Tabs.List>
            {parts.map(({ key, label, all }) => (
              <Tabs.Tab key={key} value={key} className={classes.tab ?? ''}>
                {label}
                <span className={classes.tabCount}>
                  {all.filter(({ isCovered }) => isCovered).length} of {all.length}
                </span>
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <div className={classes.bar}>
            <FilterBar
              query={query}
              searchLabel="Search coverage"
              filters={[
                {
                  key: MISSING.key,
                  label: 'Show',
                  options: [
                    {
                      value: MISSING.value,
                      label: `only what was not ${verb}`,
                      count: missing,
                    },
                  ],
                },
              ]}
              summary={chosen !== null && part === 'rows' ? `${chosen} only` : undefined}
            />
          </div>
          <Tabs.Panel value="rows" className={classes.panel ?? ''}>
            <CoverageTable label="Rows of the state table" things={shownRows} columns={ROW_COLUMNS} {...table} />
          </Tabs.Panel>
          <Tabs.Panel value="endings" className={classes.panel ?? ''}>
            <CoverageTable label="Endings" things={endings.filter(isShown)} columns={ENDING_COLUMNS} {...table} />
          </Tabs.Panel>
          <Tabs.Panel value="rules" className={classes.panel ?? ''}>
            <CoverageTable
              label="Rules"
              things={rules.filter(isShown)}
              columns={RULE_COLUMNS}
              places={BOTH}
              {...table}
            />
          </Tabs.Panel>
          <Tabs.Panel value="settings" className={classes.panel ?? ''}>
            <CoverageTable label="Settings" things={settings.filter(isShown)} columns={SETTING_COLUMNS} {...table} />
          </Tabs.Panel>
        </Tabs>
      </Section>
    </>
  );
}
