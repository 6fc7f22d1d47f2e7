/** Launches one Case of a type and goes to it. */
import { launchCases } from '../../../../../engine/case/launch.ts';
import { isRejection } from '../../../../../shared/errors.ts';
import { act, showDone } from '../../../client/act.ts';
import { navigate, paths } from '../../../stores/address.ts';
import { workspace } from '../../../stores/workspace.ts';

export async function launchOne(caseType: string): Promise<void> {
  // The rules are asked beforehand what the Case will be called.
  const { world } = workspace.getState();
  const facts = world === null ? [] : launchCases(world, { caseType, by: '' }, world.startAt);
  const created = isRejection(facts) ? undefined : facts.find((fact) => fact.type === 'caseCreated');
  if (!(await act({ type: 'launchCases', caseType }))) return;
  const isThere = () => created !== undefined && workspace.getState().world?.cases.has(created.caseRef) === true;
  showDone(`A Case of “${caseType}” was launched.`);
  navigate(created !== undefined && isThere() ? paths.case(created.caseRef) : paths.cases);
}
