/** What can be done with an external API as a whole: moved in the list, deleted. The rules' refusals show as sentences. */
import { usesOf } from '../../../../engine/definitions/in-use.ts';
import { act, showDone } from '../../client/act.ts';
import { confirm } from '../../components/confirm.tsx';
import { workspace } from '../../stores/workspace.ts';

/** Moves it by one place up or down. */
export async function moveApi(name: string, by: -1 | 1): Promise<void> {
  const names = [...(workspace.getState().world?.externalApis.keys() ?? [])];
  const place = names.indexOf(name) + by;
  if (place < 0 || place >= names.length) return;
  await act({ type: 'moveDefinition', section: 'externalApis', name, place });
}

/** Asks first, save where the rules refuse it anyway and say why. True where it is gone. */
export async function deleteApi(name: string): Promise<boolean> {
  const { world } = workspace.getState();
  const isInUse = world !== null && usesOf(world, 'externalApis', name).length > 0;
  const goOn =
    isInUse ||
    (await confirm({
      title: `Delete ${name}?`,
      message: 'Its configuration goes; the calls it got stay in the timelines of their Actions.',
      confirmLabel: 'Delete',
      danger: true,
    }));
  if (!goOn || !(await act({ type: 'deleteDefinition', section: 'externalApis', name }))) return false;
  showDone(`${name} deleted.`);
  return true;
}
