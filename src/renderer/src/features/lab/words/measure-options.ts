/** Measures to choose from. */
import { MEASURES, type MeasureInfo } from '../../../../../shared/lab.ts';
import { measureTitle } from '../../../../../views/lab/measure-words.ts';

/** For a select. */
export const optionsOf = (measures: readonly (readonly [name: string, info: MeasureInfo])[]) =>
  measures.map(([value, info]) => ({ value, label: measureTitle(info) }));

export const MEASURE_OPTIONS = optionsOf(Object.entries(MEASURES));
