/** *Report*: what a screen found as a page of its own, to be handed on or printed. */
import { Button } from '@mantine/core';
import type { ReportFile } from '../../../views/report/report-file.ts';
import { attempt } from '../client/act.ts';
import { saveExport } from '../client/save-export.ts';

interface ReportButtonProps {
  /** Whether all that is to be reported is there. */
  readonly isReady: boolean;
  readonly ask: () => Promise<ReportFile>;
}

export function ReportButton({ isReady, ask }: ReportButtonProps) {
  const save = async () => {
    const report = await attempt(ask());
    if (report !== null) saveExport(report.fileName, report.text, 'text/html');
  };
  return (
    <Button
      variant="default"
      disabled={!isReady}
      title="One page with the question, the answer, charts and settings, to hand on or print"
      onClick={() => void save()}
    >
      Report
    </Button>
  );
}
