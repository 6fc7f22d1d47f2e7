/** `--out` of `trigger-lab lab`: a form to be printed, or a file whose ending says its form. */
import { extname } from 'node:path';
import { OUTPUTS, type OutputFormat } from '../lab/report.ts';
import { UsageError } from './exit-status.ts';
import type { Output } from './output.ts';
import { type WriteTarget, writeTarget } from './write-target.ts';

const BY_ENDING: Readonly<Record<string, OutputFormat>> = {
  '.json': 'json',
  '.csv': 'csv',
  '.txt': 'table',
  '.html': 'html',
  '.htm': 'html',
};

export interface LabOut {
  readonly format: OutputFormat;
  readonly isFile: boolean;
  readonly target: WriteTarget;
}

/**
 * Where results go, and in which form, asked before anything is played. A `UsageError` where `value` is neither one of the forms
 * nor a file whose ending says one, or where that file may not be written, such as one of the `inputs`.
 */
export async function labOut(value: string, inputs: readonly string[], output: Output): Promise<LabOut> {
  const printed = value === '-' ? 'table' : OUTPUTS.find((each) => each === value);
  if (printed !== undefined)
    return { format: printed, isFile: false, target: { write: async (text) => output.out(text), kind: 'output' } };
  const format = BY_ENDING[extname(value).toLowerCase()];
  // A scenario's ending has a refusal of its own.
  const target = await writeTarget('--out', value, inputs, output);
  if (format === undefined) {
    const endings = Object.keys(BY_ENDING).slice(0, -1).join(', ');
    throw new UsageError(`--out ${value}: expected ${OUTPUTS.join(', ')}, or a file that ends in one of ${endings}`);
  }
  return { format, isFile: true, target };
}
