/** By what a thing was exercised: how many, and on demand which, each a way to it. */
import { Button, UnstyledButton } from '@mantine/core';
import { counted } from '../../../../shared/counted.ts';
import { MOST_NAMED, type ScenarioCoverage } from '../../../../shared/coverage.ts';
import { startLesson } from '../../client/lesson.ts';
import { openLibrary } from '../../client/open-scenario.ts';
import { useLibrary } from '../../client/use-library.ts';
import { ActionLink } from '../../components/action-link.tsx';
import { AppLink } from '../../components/app-link.tsx';
import { IconChevronDown, IconChevronRight, IconNoResponse } from '../../components/icons.tsx';
import { navigate, paths } from '../../stores/address.ts';
import { useWorld } from '../../stores/workspace.ts';
import classes from './coverage.module.css';
import type { Thing } from './things.ts';

/** The scenarios that a report names; `null` where it is of the workspace, and names Actions and Cases. */
export type Scenarios = ScenarioCoverage['scenarios'] | null;

/** What exercises things, one and several. */
export type Noun = readonly [one: string, several: string];

export const SCENARIOS: Noun = ['scenario', 'scenarios'];

interface CountProps {
  readonly thing: Thing;
  readonly noun: Noun;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** How many; opens what they are. */
export function ByCount({ thing: { by, isCovered }, noun, isOpen, onToggle }: CountProps) {
  if (!isCovered) {
    return (
      <span className={classes.none}>
        <IconNoResponse size={14} />
        none
      </span>
    );
  }
  const isMore = noun !== SCENARIOS && by.length === MOST_NAMED;
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <UnstyledButton className={classes.count} aria-expanded={isOpen} onClick={onToggle}>
      <Icon size={12} />
      {isMore ? `${MOST_NAMED} ${noun[1]} or more` : counted(by.length, ...noun)}
    </UnstyledButton>
  );
}

/** Which they are. */
export function ByList({ thing: { by }, scenarios }: { readonly thing: Thing; readonly scenarios: Scenarios }) {
  return (
    <ul className={classes.by} aria-label="Which">
      {by.map((name) => (
        <li key={name}>{scenarios === null ? <Place reference={name} /> : <Scenario file={name} of={scenarios} />}</li>
      ))}
    </ul>
  );
}

/** An Action or a Case of the workspace. */
function Place({ reference }: { readonly reference: string }) {
  const world = useWorld();
  if (world.actions.has(reference)) return <ActionLink actionRef={reference} />;
  return <AppLink to={paths.case(reference)}>{reference}</AppLink>;
}

interface ScenarioProps {
  readonly file: string;
  readonly of: NonNullable<Scenarios>;
}

/** Opens it as one would in the library: a lesson in its dock. */
function Scenario({ file, of }: ScenarioProps) {
  const library = useLibrary();
  const scenario = of.find((each) => each.file === file);
  if (scenario === undefined) return file;
  const { id, title } = scenario;
  const open = async () => {
    const entry = library.state === 'loaded' ? library.entries.find((each) => each.id === id) : undefined;
    if (entry?.group === 'course') await startLesson(entry);
    else if (id === null || (await openLibrary(id, title))) navigate(paths.scenarios);
  };
  return (
    <Button size="compact-xs" variant="default" onClick={() => void open()}>
      {title}
    </Button>
  );
}
