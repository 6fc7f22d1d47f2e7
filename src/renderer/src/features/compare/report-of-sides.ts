/** The report of what is compared, made here: what is typed is known to this window alone. */
import type { Settings } from '../../../../shared/definitions.ts';
import type { Side } from '../../../../views/compare/figures.ts';
import { type ReportFile, reportFile } from '../../../../views/report/report-file.ts';
import { type ReportedSide, settingsReport, settingsReportName } from '../../../../views/report/settings-report.ts';
import type { Compared } from './shared-axis.tsx';

export type ReportedSides = readonly [ReportedSide, ReportedSide];

/** `null` while the fields of a side are not right. `savedAs` says which saved Action type a side is. */
export function reportedSides(
  compared: readonly Compared[],
  savedAs: (side: Side) => string | null,
): ReportedSides | null {
  const [first, second] = compared.map((each): ReportedSide => ({ ...each, name: savedAs(each.side) }));
  return first === undefined || second === undefined ? null : [first, second];
}

export const reportOfSides = (settings: Settings, sides: ReportedSides): ReportFile =>
  reportFile(settingsReportName(sides), Date.now(), settingsReport(settings, sides));
