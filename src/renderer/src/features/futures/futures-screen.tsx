/** Two futures side by side: `#/futures?left=1&right=2`. */
import { NativeSelect } from '@mantine/core';
import type { Future } from '../../../../shared/history-contract.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeletons.tsx';
import { useQuery } from '../../stores/address.ts';
import { useEventLine } from '../../stores/events.ts';
import { CourseChart } from './course-chart.tsx';
import { Endings } from './endings.tsx';
import classes from './futures.module.css';
import { useComparison } from './use-comparison.ts';

const NONE: readonly Future[] = [];

export function FuturesScreen() {
  const line = useEventLine();
  const futures = line?.futures ?? NONE;
  return (
    <Page title="Compare futures">
      {line === null && <PageSkeleton />}
      {line !== null && futures.length < 2 && (
        <EmptyState sentence="There is only one future. Go back with ← and do something else there: what came after is saved, and can be compared." />
      )}
      {futures.length >= 2 && <Comparison futures={futures} />}
    </Page>
  );
}

function Comparison({ futures }: { readonly futures: readonly Future[] }) {
  const [query, change] = useQuery();
  const chosen = (side: 'left' | 'right') => futures.find(({ id }) => String(id) === query.get(side));
  const right = chosen('right') ?? futures.find(({ isPresent }) => isPresent) ?? futures[0];
  const left = chosen('left') ?? futures.findLast((future) => future !== right);
  const compared = useComparison(left, right);
  if (left === undefined || right === undefined) return null;
  const choose = (side: 'left' | 'right', id: string) => change((changed) => changed.set(side, id));
  return (
    <>
      <div className={classes.choices}>
        <FutureSelect label="Left" futures={futures} chosen={left} onChoose={(id) => choose('left', id)} />
        <FutureSelect label="Right" futures={futures} chosen={right} onChoose={(id) => choose('right', id)} />
      </div>
      {left === right && <EmptyState sentence="This is one future twice. Choose another one to compare it with." />}
      {left !== right && compared === 'unknown' && (
        <EmptyState sentence="One of them lies too far back: the way there is no longer in memory." />
      )}
      {left !== right && compared !== null && compared !== 'unknown' && (
        <>
          <CourseChart comparison={compared} />
          <Section title="How each Action ends" flush>
            <Endings comparison={compared} />
          </Section>
        </>
      )}
    </>
  );
}

interface FutureSelectProps {
  readonly label: string;
  readonly futures: readonly Future[];
  readonly chosen: Future;
  readonly onChoose: (id: string) => void;
}

function FutureSelect({ label, futures, chosen, onChoose }: FutureSelectProps) {
  return (
    <NativeSelect
      label={label}
      value={String(chosen.id)}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={futures.map(({ id, name, isPresent }) => ({
        value: String(id),
        label: isPresent ? `${name} (the current one)` : name,
      }))}
    />
  );
}
