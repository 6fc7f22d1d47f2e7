/** The Builder so far: what the Action types are, and their retry patterns. */
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Settings } from '../../../../shared/definitions.ts';
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { decodePart, paths } from '../../stores/address.ts';
import { useSettledWorld } from '../../stores/settled.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { type ActionTypeRow, ActionTypesTable } from './action-types-table.tsx';
import classes from './builder.module.css';
import { RetryForm } from './retry-form.tsx';

export function BuilderScreen() {
  const { world, version } = useSettledWorld();
  const settings = useWorkspace((state) => state.world?.settings);
  const [path] = useLocation();
  // The world changes in place: its version says when.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const rows = useMemo(
    () => [...(world?.actionTypes ?? [])].map(([name, actionType]): ActionTypeRow => ({ name, actionType })),
    [world, version],
  );
  if (settings === undefined) return null;
  const selected = nameIn(path) ?? likelyName(rows);
  return (
    <Page title="Builder">
      <p className={classes.intro}>
        The Action types of this workspace. Their retry patterns can be changed here; everything else of them, Cases and
        external APIs come from scenario files until the whole Builder is there.
      </p>
      <ActionTypesTable rows={rows} settings={settings} selected={selected} />
      {rows.length > 0 && <Selected rows={rows} name={selected} settings={settings} />}
    </Page>
  );
}

/** `/builder/post-invoice` names an Action type. */
function nameIn(path: string): string | null {
  const name = decodePart(path.slice(paths.builder.length).replace(/^\/|\/$/g, ''));
  return name === '' ? null : name;
}

/** Where the address names none: the first that has something to change. */
function likelyName(rows: readonly ActionTypeRow[]): string | null {
  return (rows.find(({ actionType }) => actionType.externalApi !== undefined) ?? rows[0])?.name ?? null;
}

interface SelectedProps {
  readonly rows: readonly ActionTypeRow[];
  readonly name: string | null;
  readonly settings: Settings;
}

function Selected({ rows, name, settings }: SelectedProps) {
  const row = rows.find((each) => each.name === name);
  if (row === undefined) {
    return (
      <EmptyState
        sentence={`This workspace has no Action type “${name}”.`}
        action={<AppLink to={paths.builder}>All Action types</AppLink>}
      />
    );
  }
  const { actionType } = row;
  if (actionType.externalApi === undefined) {
    return (
      <Section title={`Retry pattern of ${actionType.title ?? row.name}`}>
        <p className={classes.note}>A manual Action type makes no calls, so there is nothing to retry.</p>
      </Section>
    );
  }
  return <RetryForm key={row.name} name={row.name} actionType={actionType} settings={settings} />;
}
