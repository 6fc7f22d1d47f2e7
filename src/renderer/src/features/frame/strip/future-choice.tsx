/** The futures, where there are several: which one this is, the way to another, its name, and two of them side by side. */
import { Button, NativeSelect } from '@mantine/core';
import type { Future } from '../../../../../shared/history-contract.ts';
import { goToFuture, renameFuture } from '../../../client/futures.ts';
import { useWish } from '../../../client/use-wish.ts';
import { IconCompare, IconRename } from '../../../components/icons.tsx';
import { keepFocus } from '../../../components/keep-focus.ts';
import { navigate, paths } from '../../../stores/address.ts';
import classes from './strip.module.css';

export function FutureChoice({ futures }: { readonly futures: readonly Future[] }) {
  const present = futures.find(({ isPresent }) => isPresent);
  const [chosen, choose] = useWish(present?.id ?? 0, async (id) => {
    const future = futures.find((each) => each.id === id);
    if (future !== undefined) await goToFuture(future);
  });
  if (present === undefined) return null;
  const other = futures.findLast(({ isPresent }) => !isPresent);
  return (
    <div className={classes.futures}>
      <NativeSelect
        aria-label="Future"
        title="Acting in the past began another future; the earlier ones are kept"
        size="xs"
        value={String(chosen)}
        onChange={(event) => choose(Number(event.currentTarget.value))}
        data={futures.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Button
        variant="default"
        px={9}
        aria-label="Rename future"
        title={`Rename “${present.name}”`}
        onMouseDown={keepFocus}
        onClick={() => void renameFuture(present)}
      >
        <IconRename />
      </Button>
      <Button
        variant="default"
        px={9}
        aria-label="Compare futures"
        title="Compare futures"
        onMouseDown={keepFocus}
        onClick={() => navigate(other === undefined ? paths.futures : paths.futuresCompared(other.id, present.id))}
      >
        <IconCompare />
      </Button>
    </div>
  );
}
