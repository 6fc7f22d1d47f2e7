/** The life of an Action as a diagram and a table, drawn from the engine's own transition table. */
import { TRANSITIONS } from '../../src/engine/action/lifecycle.ts';
import type { Transition } from '../../src/shared/transition.ts';

/** `docs/state-diagram.md`. */
export function stateDiagram(): string {
  return `# The life of an Action

Drawn by \`npm run docs\` from \`src/engine/action/lifecycle.ts\`, the table in which the engine looks up every
move; \`npm test\` fails if the two differ. Phases are what the engine does; the first three show the status *Waiting*. In the
app it is under *Scenarios › Coverage*, with what scenarios exercise of it ([coverage](coverage.md)).

\`\`\`mermaid
stateDiagram-v2
  state "calling" as calling
  state "retry pending" as retry_pending
  state "awaiting response" as awaiting_response
  state "manual" as manual
  state "closed" as closed
  [*] --> calling: launched (R1)
  [*] --> manual: launched, manual Action type (R42)
${moves().join('\n')}
  closed --> [*]
\`\`\`

| phase | event | guard | next | status, reason, resolution method | effects | rules |
|---|---|---|---|---|---|---|
${TRANSITIONS.map(tableRow).join('\n')}
`;
}

/** Rows that lead from one phase to the same next one share an arrow. */
function moves(): string[] {
  const labels = new Map<string, Set<string>>();
  for (const { from, to, event, guard } of TRANSITIONS) {
    if (from === to && from !== 'manual') continue;
    const arrow = `  ${id(from)} --> ${id(to)}`;
    const label = guard === undefined ? event : `${event} [${guard}]`;
    labels.set(arrow, (labels.get(arrow) ?? new Set()).add(label));
  }
  return [...labels].map(([arrow, each]) => `${arrow}: ${[...each].join('<br>')}`);
}

function tableRow({ from, event, guard, to, status, reason, resolutionMethod, effects, rules }: Transition): string {
  const shown = [status, reason, resolutionMethod].filter((each) => each !== undefined).join(', ');
  const cells = [from, event, guard ?? '', to, shown, effects.join(', '), rules.join(', ')];
  return `| ${cells.join(' | ')} |`;
}

const id = (phase: string) => phase.replace(' ', '_');
