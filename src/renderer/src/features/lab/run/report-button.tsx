/** *Report*: a run as a page of its own, to be handed on or printed. */
import { Button } from '@mantine/core';
import type { Run, Wish } from '../../../../../shared/lab.ts';
import { attempt } from '../../../client/act.ts';
import { client } from '../../../client/client.ts';
import { saveFile } from '../../../components/save-file.ts';

interface ReportButtonProps {
  readonly run: Pick<Run, 'id' | 'state' | 'variants'>;
  readonly wish: Wish;
}

export function ReportButton({ run: { id, state, variants }, wish }: ReportButtonProps) {
  const save = async () => {
    const report = await attempt(client().lab.report({ id, wish }));
    if (report !== null) saveFile(report.fileName, report.text, 'text/html');
  };
  return (
    <Button
      variant="default"
      disabled={state === 'running' || variants.length === 0}
      title="One page with the question, the answer, charts and settings; it can be printed"
      onClick={() => void save()}
    >
      Report
    </Button>
  );
}
