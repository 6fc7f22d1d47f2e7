/** The look of axes in charts with Recharts, and of the line or bar of each variant. */
import { share } from '../../../views/words/figures.ts';

export const TICK = { fill: 'var(--mantine-color-dimmed)', fontSize: 12 };
export const MARGIN = { top: 8, right: 16, bottom: 4, left: 8 };
/** Where a title stands below and beside the axes. */
export const TITLED_MARGIN = { top: 34, right: 24, bottom: 12, left: 12 };
export const GRID = { stroke: 'var(--lab-line)' };

/** What all axes have: a quiet line, and labels without little lines. */
export const AXIS = { tick: TICK, axisLine: GRID, tickLine: false } as const;

/** An axis of shares. */
export const SHARE_AXIS = { ...AXIS, tickFormatter: share } as const;

/** The ground under the bars that are pointed at. */
export const BAR_CURSOR = { fill: 'var(--lab-line)', fillOpacity: 0.35 };

/** One a variant, told apart by their dashes too. */
export const LINES = [
  { stroke: 'light-dark(#1f5fa8, #6fb0f0)', dash: undefined },
  { stroke: 'light-dark(#b3480f, #f0955a)', dash: '7 3' },
  { stroke: 'light-dark(#1d7a4c, #58c08c)', dash: '2 3' },
  { stroke: 'light-dark(#7a3fa0, #c08ae0)', dash: '9 3 2 3' },
  { stroke: 'light-dark(#8a1f45, #f07aa5)', dash: '4 4' },
  { stroke: 'light-dark(#5a5a5a, #b5b5b5)', dash: '1 2' },
] as const;

/** The title of an axis, for Recharts: below the horizontal one, beside the vertical one. */
export function axisTitle(value: string, where: 'below' | 'left') {
  return where === 'below'
    ? ({ value, position: 'insideBottom', offset: -4, ...TICK } as const)
    : ({ value, position: 'insideLeft', angle: -90, style: { textAnchor: 'middle' }, ...TICK } as const);
}
