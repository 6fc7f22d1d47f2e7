/** A workspace as a scenario file: its definitions, then every act since, each at its instant. */
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { z } from 'zod';
import { type Rejection, reject } from '../../shared/errors.ts';
import { fileNameOf } from '../../shared/file-name.ts';
import type { Action } from '../../shared/model.ts';
import { LESSON_TAG, type Scenario, scenario } from '../../shared/scenario.ts';
import type { Workspace } from '../runtime/ports.ts';
import { scenarioOfAction, wasCalledForReal } from './copy-action.ts';
import { isEdit, scenarioOfHistory } from './history-steps.ts';
import { loadScenario } from './load.ts';
import { mergeText } from './merge-text.ts';
import { renamedSteps } from './rename-steps.ts';

/** The file's text and a name for it. Running it leads to the same world at the same instant. */
export function exportScenario(workspace: Workspace): { fileName: string; text: string } {
  const { tags, ...present } = scenarioOfHistory(workspace);
  const exported: Scenario = { ...present, ...tagged(workspace, tags), title: workspace.title };
  const text = textFromSource(workspace, exported) ?? scenarioText(exported);
  return { fileName: `${fileNameOf(workspace.title, 'scenario')}.yaml`, text };
}

/** Its tags; what was done in the place of a lesson's steps is no lesson. */
function tagged({ history }: Workspace, tags: readonly string[] | undefined): Pick<Scenario, 'tags'> {
  const kept = tags?.filter((tag) => tag !== LESSON_TAG || !hasHappened(history)) ?? [];
  return kept.length === 0 ? {} : { tags: kept };
}

/** That somebody began to record, or ended, is nothing that a file could say. */
const hasHappened = (history: Workspace['history']): boolean =>
  history.some(({ input }) => (input.type === 'noted' ? input.note.is === 'step' : !isEdit(input)));

/** One Action's life so far as a file of its own; refused where no file can say what came of a call. */
export function exportAction(workspace: Workspace, action: Action): { fileName: string; text: string } | Rejection {
  if (wasCalledForReal(workspace.world, action)) {
    const why = 'a file cannot say what a real API does, and one was called for its Case.';
    return reject('notAllowed', `${action.ref} cannot be copied as a scenario: ${why}`);
  }
  return {
    fileName: `${fileNameOf(action.ref, 'scenario')}.yaml`,
    text: scenarioText(scenarioOfAction(workspace, action)),
  };
}

/** A scenario as a file's text, written again; what is the same object by chance is written out each time. */
export function scenarioText(exported: Scenario): string {
  return stringify(withoutEmpty(z.encode(scenario, exported)), { lineWidth: 120, aliasDuplicateObjects: false });
}

/**
 * The text of the file that the workspace was opened from, changed as far as the workspace has: comments and order stay. As long
 * as nothing has happened its steps stay too. `null` where there is no such file, or its text cannot take the change.
 */
function textFromSource({ source, title, history, world }: Workspace, exported: Scenario): string | null {
  if (source === null) return null;
  const loaded = loadScenario(source, `${title}.yaml`);
  if (!loaded.ok) return null;
  const { scenario: before } = loaded;
  // A file may leave its title to its name.
  const titled = before.title === undefined && loaded.title === title ? { ...exported, title: undefined } : exported;
  const itsSteps = world.edits.done.reduce(renamedSteps, before.steps);
  for (const steps of hasHappened(history) ? [exported.steps] : [itsSteps, exported.steps]) {
    const after = inWriting({ ...titled, steps });
    try {
      const text = mergeText(source, inWriting(before), after);
      const again = text === source ? loaded : loadScenario(text, 'exported.yaml');
      if (again.ok && isDeepStrictEqual(inWriting(again.scenario), after)) return text;
    } catch {
      // Aliases that lost their anchor, for one: written again it is right all the same.
    }
  }
  return null;
}

/** As files write it, without keys whose value is `undefined`. */
function inWriting(value: Scenario): Record<string, unknown> {
  return JSON.parse(JSON.stringify(z.encode(scenario, value)));
}

/** Leaves out what says nothing: empty lists and maps at the top. */
export function withoutEmpty(file: object): object {
  return Object.fromEntries(
    Object.entries(file).filter(
      ([, value]) => typeof value !== 'object' || value === null || Object.keys(value).length > 0,
    ),
  );
}
