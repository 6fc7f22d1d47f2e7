/** What the palette can open: scenarios of the library, and workspaces other than the one that is open. */
import type { LibraryEntry } from '../../../../shared/contract.ts';
import type { WorkspaceInfo } from '../../../../shared/workspaces-contract.ts';
import { client } from '../../client/client.ts';
import { openLibrary } from '../../client/open-scenario.ts';
import { useAsked } from '../../client/use-asked.ts';
import { useLibrary } from '../../client/use-library.ts';
import { switchTo } from '../../client/workspaces.ts';
import { navigate, paths } from '../../stores/address.ts';
import type { PaletteCommand } from './palette-command.ts';

export interface Places {
  readonly scenarios: readonly Pick<LibraryEntry, 'id' | 'title'>[];
  readonly workspaces: readonly Pick<WorkspaceInfo, 'id' | 'name' | 'isOpen'>[];
}

const askForWorkspaces = () => client().workspaces.list();

/** Those that are known by now: they arrive soon after the palette was opened. */
export function usePlaces(): Places {
  const library = useLibrary();
  const [listed] = useAsked(askForWorkspaces);
  return {
    scenarios: library.state === 'loaded' ? library.entries : [],
    workspaces: listed ?? [],
  };
}

export function openVerbs({ scenarios, workspaces }: Places): PaletteCommand[] {
  return [
    ...scenarios.map(
      ({ id, title }): PaletteCommand => ({
        id: `scenario:${id}`,
        group: 'Scenarios',
        label: `Open scenario “${title}”`,
        alsoCalled: 'library example',
        run: () => void openLibrary(id, title).then((isOpen) => isOpen && navigate(paths.scenarios)),
      }),
    ),
    ...workspaces
      .filter(({ isOpen }) => !isOpen)
      .map(
        (each): PaletteCommand => ({
          id: `workspace:${each.id}`,
          group: 'Workspace',
          label: `Open workspace “${each.name}”`,
          alsoCalled: 'switch',
          run: () => void switchTo(each),
        }),
      ),
  ];
}
