/** The command palette: screens, Cases, Actions, scenarios, workspaces, the clock, whose eyes, the theme. */
import { Spotlight } from '@mantine/spotlight';
import { useState } from 'react';
import { IconSearch } from '../../components/icons.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import type { PaletteCommand } from './palette-command.ts';
import { commandsFor, matching, recentWork, workMatching } from './palette-commands.tsx';
import { openVerbs, usePlaces } from './palette-places.ts';

export function Palette() {
  const [query, setQuery] = useState('');
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      tagsToIgnore={[]}
      triggerOnContentEditable
      scrollable
      attributes={{ content: { 'aria-label': 'Command palette' } }}
      // Mantine dims it, which on the highlighted row is too little contrast.
      styles={{ actionDescription: { color: 'inherit', opacity: 1 } }}
      maxHeight={440}
      size={560}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
    >
      <Spotlight.Search
        aria-label="Command palette"
        placeholder="Go to a Case, an Action, a screen, or do something"
        leftSection={<IconSearch />}
      />
      <Spotlight.ActionsList>
        <Results query={query} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Mounted only while the palette is open, so nothing is searched before. */
function Results({ query }: { readonly query: string }) {
  const world = useWorkspace((state) => state.world);
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const work = world === null ? [] : words.length === 0 ? recentWork(world) : workMatching(world, words);
  const commands = matching([...commandsFor(world), ...openVerbs(usePlaces())], words);
  const groups = new Map<string, PaletteCommand[]>();
  // Typed text is mostly a reference: what it names comes first.
  for (const command of [...work, ...commands]) {
    groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  }
  if (groups.size === 0) return <Spotlight.Empty>Nothing matches “{query.trim()}”.</Spotlight.Empty>;
  return [...groups].map(([group, members]) => (
    <Spotlight.ActionsGroup key={group} label={group}>
      {members.map(({ id, label, description, section, run }) => (
        <Spotlight.Action
          key={id}
          label={label}
          {...(description === undefined ? {} : { description })}
          rightSection={section}
          dimmedSections={false}
          onClick={run}
        />
      ))}
    </Spotlight.ActionsGroup>
  ));
}
