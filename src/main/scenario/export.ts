/** A workspace as a scenario file: its definitions, then every act since, each at its instant. */
import { stringify } from 'yaml';
import { z } from 'zod';
import { type Scenario, scenario } from '../../shared/scenario.ts';
import type { Workspace } from '../runtime/ports.ts';
import { scenarioOfHistory } from './history-steps.ts';

/** The file's text and a name for it. Running it leads to the same world at the same instant. */
export function exportScenario(workspace: Workspace): { fileName: string; text: string } {
  const exported: Scenario = { ...scenarioOfHistory(workspace), title: workspace.title };
  const text = stringify(withoutEmpty(z.encode(scenario, exported)), { lineWidth: 120 });
  return { fileName: `${fileName(workspace.title)}.yaml`, text };
}

/** Leaves out what says nothing: empty lists and maps at the top. */
function withoutEmpty(file: object): object {
  return Object.fromEntries(
    Object.entries(file).filter(
      ([, value]) => typeof value !== 'object' || value === null || Object.keys(value).length > 0,
    ),
  );
}

function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60) || 'scenario';
}
