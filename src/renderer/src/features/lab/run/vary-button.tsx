/** *Vary …*: the form of a new study with all of this one, and retries and their first interval to vary. */
import { Button } from '@mantine/core';
import type { Run } from '../../../../../shared/lab.ts';
import { variableSetting } from '../../../../../shared/variable-settings.ts';
import { navigate, paths } from '../../../stores/address.ts';
import { draftLike } from '../form/draft-like.ts';
import { keepDraft } from '../form/study-draft.ts';
import { useConfigured } from '../use-configured.ts';

export function VaryButton({ run }: { readonly run: Run }) {
  const now = useConfigured(run.actionTypeName);
  // A script may have varied what no form offers.
  if (now === null || run.axes.some(({ path }) => variableSetting(path) === undefined)) return null;
  const open = () => {
    keepDraft(draftLike(run, now));
    navigate(paths.lab);
  };
  return (
    <Button variant="default" title="A new study like this one, with values of your choice" onClick={open}>
      Vary …
    </Button>
  );
}
