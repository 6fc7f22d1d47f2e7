/** What the Lab measures, in words. */
import { MEASURES, type MeasureInfo } from '../../shared/lab.ts';

/** `Escalated to the Case owner, per 1,000`. */
export function measureTitle({ title, unit }: MeasureInfo): string {
  return unit === 'per 1,000' ? `${title}, per 1,000` : title;
}

/** The info of a measure that is known to be there. */
export function measureInfo(name: string): MeasureInfo {
  const info = MEASURES[name];
  if (info === undefined) throw new Error(`there is no measure ${name}`);
  return info;
}
