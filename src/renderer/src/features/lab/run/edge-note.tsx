/** That the best lies at the end of what was tried, and one click that tries on beyond it. */
import { Button } from '@mantine/core';
import type { Run } from '../../../../../shared/lab.ts';
import { settingTitle, valueText } from '../../../../../views/lab/change-words.ts';
import { type Edge, edgeInWords } from '../../../../../views/lab/edge.ts';
import { attempt } from '../../../client/act.ts';
import { client } from '../../../client/client.ts';
import { navigate, paths } from '../../../stores/address.ts';
import { sweepLike } from '../again.ts';
import { useConfigured } from '../use-configured.ts';
import classes from './run.module.css';

export function EdgeNote({ run, edge }: { readonly run: Run; readonly edge: Edge }) {
  const now = useConfigured(run.actionTypeName);
  const values = edge.wider.find(({ path }) => path === edge.path)?.values ?? [];
  const [first, last] = [values[0] ?? null, values.at(-1) ?? null].map((value) => valueText(edge.path, value));
  const tryMore = async () => {
    const started = await attempt(client().lab.start(sweepLike(run, now, edge.wider)));
    if (started !== null) navigate(paths.labRun(started.id));
  };
  return (
    <p className={classes.edge}>
      {edgeInWords(edge)}
      <Button
        size="compact-xs"
        variant="default"
        title={`Plays it again with ${settingTitle(edge.path)} from ${first} to ${last}`}
        onClick={() => void tryMore()}
      >
        {edge.end === 'most' ? 'Try more' : 'Try less'}
      </Button>
    </p>
  );
}
