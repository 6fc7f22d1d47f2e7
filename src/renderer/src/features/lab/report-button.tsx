/** *Report*: what the Lab found as a page of its own, to be handed on or printed. */
import { Button } from '@mantine/core';
import { attempt } from '../../client/act.ts';
import { saveExport } from '../../client/save-export.ts';

interface ReportButtonProps {
  /** Whether all that is to be reported has been played. */
  readonly isReady: boolean;
  readonly ask: () => Promise<{ readonly fileName: string; readonly text: string }>;
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
