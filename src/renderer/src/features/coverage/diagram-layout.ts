/** Where the phases of an Action and the arrows between them stand in the picture. Each arrow is all rows that lead from one to the other. */
import type { Phase } from '../../../../shared/words.ts';

export const WIDTH = 960;
export const HEIGHT = 412;
export const BOX = { width: 148, height: 44 } as const;

/** The middle of its box. */
export const PHASES: Readonly<Record<Phase, { readonly x: number; readonly y: number }>> = {
  calling: { x: 96, y: 230 },
  'awaiting response': { x: 400, y: 128 },
  'retry pending': { x: 400, y: 332 },
  manual: { x: 640, y: 230 },
  closed: { x: 858, y: 230 },
};

interface Path {
  /** As SVG has it. */
  readonly d: string;
  /** The middle of what is written on it. */
  readonly at: readonly [x: number, y: number];
}

/** By `FROM → TO`. No two cross. */
const PATHS: Readonly<Record<string, Path>> = {
  'calling → awaiting response': { d: 'M120 208C160 150 240 128 322 128', at: [205, 146] },
  'calling → retry pending': { d: 'M112 252C150 308 230 326 322 326', at: [176, 302] },
  'retry pending → calling': { d: 'M326 344C210 352 110 334 84 256', at: [213, 341] },
  'calling → manual': { d: 'M170 230H562', at: [330, 230] },
  'calling → closed': { d: 'M84 208C70 -28 850 -28 852 204', at: [462, 31] },
  'awaiting response → manual': { d: 'M474 140C540 150 590 176 616 205', at: [560, 165] },
  'awaiting response → closed': { d: 'M474 116C620 84 790 110 838 204', at: [693, 113] },
  'retry pending → manual': { d: 'M474 320C540 310 590 284 616 255', at: [560, 295] },
  'retry pending → closed': { d: 'M474 344C620 376 790 350 838 256', at: [693, 347] },
  'manual → closed': { d: 'M714 230H780', at: [745, 230] },
  'calling → calling': { d: 'M62 208C20 150 80 140 72 202', at: [54, 160] },
  'awaiting response → awaiting response': { d: 'M372 150C350 196 430 196 410 154', at: [391, 186] },
  'retry pending → retry pending': { d: 'M372 354C350 400 430 400 410 358', at: [391, 390] },
  'manual → manual': { d: 'M656 208C690 160 610 156 642 202', at: [650, 170] },
  'closed → closed': { d: 'M880 252C930 310 850 322 860 258', at: [886, 300] },
};

export const arrowId = ({ from, to }: { readonly from: string; readonly to: string }) => `${from} → ${to}`;

/** Throws where the picture has no such arrow: the state table has a row that it was not drawn for. */
export function pathOf(arrow: string): Path {
  const path = PATHS[arrow];
  if (path === undefined) throw new Error(`the state diagram has no arrow ${arrow}`);
  return path;
}
