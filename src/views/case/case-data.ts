/** A Case's custom data, field by field, with who wrote each last (R25, R26). */
import type { CustomData } from '../../shared/definitions.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Case, Instant } from '../../shared/model.ts';

export interface DataField {
  readonly name: string;
  readonly value: CustomData[string];
  /** `null` where the value is the one the Case was created with. */
  readonly written: { readonly at: Instant; readonly by: string } | null;
}

/** The fields of a Case in their order; `facts` are the Case's own. */
export function dataFields(caseInstance: Case, facts: readonly Fact[]): DataField[] {
  const written = new Map<string, { at: Instant; by: string }>();
  for (const fact of facts) {
    if (fact.type !== 'caseDataWritten') continue;
    for (const name of Object.keys(fact.data)) written.set(name, { at: fact.at, by: fact.by });
  }
  return Object.entries(caseInstance.data).map(([name, value]) => ({
    name,
    value,
    written: written.get(name) ?? null,
  }));
}
