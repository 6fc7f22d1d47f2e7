/** A Case type as its form holds it, and the definition that it amounts to. */
import { z } from 'zod';
import { type CaseType, caseType as caseTypeSchema } from '../../../../../shared/definitions.ts';
import { LOST_NAME, LOST_NAME_REFUSED, lostNameIn } from '../../../../../shared/lost-name.ts';
import { sentence } from '../../../components/sentence.ts';
import type { CheckedDefinition, DefinitionText } from '../../../form/checked-definition.ts';
import { problemsIn } from '../../../form/problems.ts';
import { readValue, typedText } from './data-text.ts';
import { processOf, type Steps, stepsOf } from './process-draft.ts';

export interface DataRow {
  readonly field: string;
  /** As typed: JSON or text. */
  readonly text: string;
}

export interface CaseTypeDraft {
  /** Empty for none. */
  readonly owner: string;
  readonly data: readonly DataRow[];
  readonly steps: Steps;
}

export const caseTypeDraftOf = ({ owner, data, process }: CaseType): CaseTypeDraft => ({
  owner: owner ?? '',
  data: Object.entries(data ?? {}).map(([field, value]) => ({ field, text: typedText(value) })),
  steps: stepsOf(process),
});

/** A row that nothing was typed in counts for nothing. */
const isBlank = ({ field, text }: DataRow) => field.trim() === '' && text.trim() === '';

export function checkCaseType(name: string, { owner, data, steps }: CaseTypeDraft): CheckedDefinition {
  const problems: Record<string, string> = {};
  const fields: [string, NonNullable<CaseType['data']>[string]][] = [];
  const seen = new Set<string>();
  for (const [index, row] of data.entries()) {
    if (isBlank(row)) continue;
    const field = row.field.trim();
    if (field === '') problems[`data.${index}.field`] = 'Type a name for the field.';
    else if (field === LOST_NAME) problems[`data.${index}.field`] = sentence(LOST_NAME_REFUSED);
    else if (seen.has(field)) problems[`data.${index}.field`] = `There is already a field ${field}.`;
    seen.add(field);
    const read = readValue(row.text);
    if ('problem' in read) problems[`data.${index}.text`] = read.problem;
    else if (lostNameIn(read.value) !== null) problems[`data.${index}.text`] = sentence(LOST_NAME_REFUSED);
    else fields.push([field, read.value]);
  }
  const value: CaseType = {
    ...(owner === '' ? {} : { owner }),
    ...(fields.length === 0 ? {} : { data: Object.fromEntries(fields) }),
    ...(steps.length === 0 ? {} : { process: processOf(steps) }),
  };
  const { error } = caseTypeSchema.safeParse(value);
  const found = { ...problemsIn(error?.issues ?? []), ...problems };
  const isRight = Object.keys(found).length === 0;
  return { problems: found, definition: isRight ? { section: 'caseTypes', name, value } : null };
}

/** The same value under another name, as it crosses the wire. */
export const caseTypeText = (name: string, value: CaseType): DefinitionText => ({
  section: 'caseTypes',
  name,
  value: z.encode(caseTypeSchema, value),
});

/** `Post invoice → Check papers + Approve`; `null` where there is no process. */
export function processInWords(process: CaseType['process'], titleOf: (name: string) => string): string | null {
  const steps = stepsOf(process);
  return steps.length === 0 ? null : steps.map((step) => step.map(titleOf).join(' + ')).join(' → ');
}
