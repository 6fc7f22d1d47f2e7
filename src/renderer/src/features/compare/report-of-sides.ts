/** The report of what is compared, made here: what is typed is known to this window alone. */
import type { Settings } from '../../../../shared/definitions.ts';
import { type ReportFile, reportFile } from '../../../../views/report/report-file.ts';
import { type ReportedSide, settingsReport, settingsReportName } from '../../../../views/report/settings-report.ts';

export const reportOfSides = (settings: Settings, pair: readonly [ReportedSide, ReportedSide]): ReportFile =>
  reportFile(settingsReportName(pair), Date.now(), settingsReport(settings, pair));
