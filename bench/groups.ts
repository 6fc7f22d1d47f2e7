/** The groups of rows that can be asked for by name. */
import { COMMAND_ROWS } from './command-rows.ts';
import { EDITOR_ROWS } from './editor-rows.ts';
import { KIT_ROWS } from './kit-rows.ts';
import { LAB_MEMORY_ROWS, LAB_ROWS, pythonWithSimpy } from './lab-rows.ts';
import { ODDS_ROWS } from './odds-rows.ts';
import { QUALITY_ROWS } from './quality-rows.ts';
import { ROWS, type Row } from './rows.ts';

export const GROUPS: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  runtime: ROWS,
  lab: LAB_ROWS,
  'lab-memory': LAB_MEMORY_ROWS,
  odds: ODDS_ROWS,
  editor: EDITOR_ROWS,
  quality: QUALITY_ROWS,
  kit: KIT_ROWS,
  command: COMMAND_ROWS,
};

/** Why a row cannot be measured here; `null` where it can. */
export function whyNot(group: string, id: string): string | null {
  return group === 'lab' && id === 'simpy' && pythonWithSimpy() === undefined
    ? 'SimPy is not installed (python3-simpy3)'
    : null;
}
