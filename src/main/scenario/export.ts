/** A workspace as a scenario file: its definitions, then every act since, each at its instant. */
import { stringify } from 'yaml';
import { z } from 'zod';
import { exactReference } from '../../engine/decide.ts';
import { formatInstant } from '../../shared/instant.ts';
import type { World } from '../../shared/model.ts';
import { type Scenario, type Step, scenario } from '../../shared/scenario.ts';
import type { HistoryEntry, Workspace } from '../runtime/ports.ts';
import { type ApiThen, stepOf } from './commands.ts';

/** The file's text and a name for it. Running it leads to the same world at the same instant. */
export function exportScenario(workspace: Workspace): { fileName: string; text: string } {
  const exported: Scenario = { ...workspace.origin, title: workspace.title, steps: stepsOf(workspace) };
  const text = stringify(withoutEmpty(z.encode(scenario, exported)), { lineWidth: 120 });
  return { fileName: `${fileName(workspace.title)}.yaml`, text };
}

/** Every act of the history, time moved between them, and last to where the clock stands. */
export function stepsOf({ history, origin, world, now }: Workspace): Step[] {
  const apis = new Map<string, ApiThen>(
    Object.entries(origin.externalApis).map(([name, configured]) => [name, { configured, switch: 'As configured' }]),
  );
  const steps: Step[] = [];
  let at = world.startAt;
  const moveTo = (instant: number) => {
    if (instant > at) steps.push({ advance: { to: formatInstant(instant, world.startAt) } });
    at = instant;
  };
  for (const entry of history) {
    const step = stepOfEntry(entry, apis, world);
    if (!step) continue;
    moveTo(entry.at);
    steps.push(step);
  }
  moveTo(now);
  return steps;
}

function stepOfEntry({ input }: HistoryEntry, apis: Map<string, ApiThen>, world: World): Step | null {
  if (input.type !== 'response') return stepOf(input, apis);
  const { actionRef, delivery } = input;
  const copy = world.actions.get(actionRef);
  const action = copy ? exactReference(copy) : actionRef;
  if (delivery.body === null) {
    // A wrong token is refused before the body is looked at, so that is what the file says of one that was both.
    return { respond: delivery.token === 'wrong' ? { action, token: 'wrong' } : { action, malformed: true } };
  }
  const { outcome, reason, data } = delivery.body;
  const body = { outcome, ...(reason === undefined ? {} : { reason }), ...(data === undefined ? {} : { data }) };
  return delivery.token === 'wrong'
    ? { respond: { action, token: 'wrong', ...body } }
    : { respond: { action, ...body } };
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
