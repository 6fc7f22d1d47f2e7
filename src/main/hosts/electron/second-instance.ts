/** What a second start on the same workspace may ask of the app that runs already: to open a scenario file. */
import { dialog } from 'electron';
import type { Scenario } from '../../../shared/scenario.ts';
import type { OpenedFrom, Simulator } from '../../simulator.ts';

interface ScenarioFile {
  readonly title: string;
  readonly text: string;
  readonly scenario: Scenario;
  readonly examples?: OpenedFrom['examples'];
}

/** Reads a scenario file and what it includes; rejects with sentences for the user if there is none, or a wrong one. */
export type ReadScenario = (file: string) => Promise<ScenarioFile>;

/** The file in what a second instance handed over: any program of this user's may have sent it. */
export function scenarioOf(handedOver: unknown): string | null {
  if (typeof handedOver !== 'object' || handedOver === null || !('scenario' in handedOver)) return null;
  return typeof handedOver.scenario === 'string' ? handedOver.scenario : null;
}

/** Asks whether to open the file in a workspace of its own; says what is wrong with it. */
export async function offerScenario(file: string, simulator: Simulator, readScenario: ReadScenario): Promise<void> {
  const read = await readScenario(file).catch((error: Error) => {
    dialog.showErrorBox('The scenario cannot be opened', error.message);
    return null;
  });
  if (read === null) return;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: `Open “${read.title}”?`,
    detail: `“${simulator.workspace.title}” stays as it is among your workspaces.`,
    buttons: ['Open', 'Keep the current one open'],
    defaultId: 0,
    cancelId: 1,
  });
  const { scenario, title, text: source, examples } = read;
  if (response === 0) await simulator.opener.openScenario(scenario, title, { source, examples, keepsCurrent: true });
}
