/** What happened in a Case and in its Actions, as one list of any length; only what is in sight is drawn (R51). */
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { SECOND_MS } from '../../../../shared/duration.ts';
import { type CaseTimelineEntry, caseTimeline } from '../../../../views/timeline/case-timeline.ts';
import { instantInWords } from '../../../../views/words/time-words.ts';
import { AppLink } from '../../components/app-link.tsx';
import { InstantText, useToday } from '../../components/instant-text.tsx';
import { Section } from '../../components/section.tsx';
import { useClock, useWorkspace } from '../../stores/workspace.ts';
import { actionPath, newestCopies } from './action-path.ts';
import classes from './timeline-section.module.css';
import type { CaseView } from './use-case-view.ts';

type Order = 'newest' | 'oldest';
const EVERYTHING = '';
const CASE_ONLY = 'case';
const ROW_HEIGHT = 30;

export function TimelineSection({ view }: { readonly view: CaseView }) {
  const { caseInstance, actions } = view;
  const [order, setOrder] = useState<Order>('newest');
  const [about, setAbout] = useState(EVERYTHING);
  const entries = useCaseTimeline(view);
  const shown = useMemo(() => {
    const filtered =
      about === EVERYTHING ? entries : entries.filter(({ actionRef }) => (actionRef ?? CASE_ONLY) === about);
    return order === 'newest' ? filtered.toReversed() : filtered;
  }, [entries, about, order]);
  const subjects = useMemo(() => subjectsOf(view.actions), [view.actions]);
  return (
    <Section
      title="Timeline"
      aside={shown.length === entries.length ? `${entries.length}` : `${shown.length} of ${entries.length}`}
      actions={
        <>
          <NativeSelect
            size="xs"
            aria-label="Show"
            className={classes.about ?? ''}
            value={about}
            data={[
              { value: EVERYTHING, label: 'Everything' },
              { value: CASE_ONLY, label: `Only ${caseInstance.ref} itself` },
              ...actions.map(({ ref }) => ({ value: ref, label: `Only ${subjects.get(ref)?.label ?? ref}` })),
            ]}
            onChange={(event) => setAbout(event.currentTarget.value)}
          />
          <SegmentedControl
            size="xs"
            aria-label="Order"
            value={order}
            data={[
              { value: 'newest', label: 'Newest first' },
              { value: 'oldest', label: 'Oldest first' },
            ]}
            onChange={setOrder}
          />
        </>
      }
      flush
    >
      <Entries
        key={`${order} ${about}`}
        entries={shown}
        order={order}
        subjects={subjects}
        showsSubject={about === EVERYTHING}
      />
    </Section>
  );
}

interface Subject {
  /** The Action without its Case: `post-invoice/2`. */
  readonly label: string;
  readonly path: string;
}

function subjectsOf(actions: CaseView['actions']): ReadonlyMap<string, Subject> {
  const newest = newestCopies(actions);
  return new Map(
    actions.map((action) => [
      action.ref,
      {
        label: action.ref.slice(action.caseRef.length + 1),
        path: actionPath(action, newest.get(action.actionType) ?? 1),
      },
    ]),
  );
}

/** The merged timeline, again whenever a fact was added to one of its parts. */
function useCaseTimeline({ world, caseInstance }: CaseView): readonly CaseTimelineEntry[] {
  const { ref } = caseInstance;
  // It grows, or another takes its place: which it is and how long tell whether something was added.
  const order = useWorkspace(({ world }) => world?.timelineOrders.get(ref));
  const factCount = useWorkspace(({ world }) => world?.timelineOrders.get(ref)?.length);
  // biome-ignore lint/correctness/useExhaustiveDependencies: timelines grow in place; their length says when
  return useMemo(() => caseTimeline(world, world.cases.get(ref) ?? caseInstance), [world, ref, order, factCount]);
}

interface EntriesProps {
  readonly entries: readonly CaseTimelineEntry[];
  readonly order: Order;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly showsSubject: boolean;
}

function Entries({ entries, order, subjects, showsSubject }: EntriesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: 12,
  });
  const total = virtualizer.getTotalSize();
  // What is being read stays where it is while new entries come in above it.
  const before = useRef(total);
  useLayoutEffect(() => {
    const grownBy = total - before.current;
    before.current = total;
    const { current: element } = scroller;
    if (order === 'newest' && element && grownBy > 0 && element.scrollTop > ROW_HEIGHT) element.scrollTop += grownBy;
  }, [total, order]);

  const timeWidth = useTimeWidth(entries);
  const items = virtualizer.getVirtualItems();
  return (
    // The arrow keys scroll it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div ref={scroller} className={classes.scroller} tabIndex={0}>
      <ol
        className={classes.entries}
        aria-label="Timeline"
        style={{ height: total, '--time-width': timeWidth } as CSSProperties}
      >
        {items.map(({ index, key, start }) => {
          const entry = entries[index] as CaseTimelineEntry;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
              className={classes.entry}
              data-tone={entry.tone}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span className={classes.time} data-repeated={entries[index - 1]?.at === entry.at || undefined}>
                <InstantText at={entry.at} />
              </span>
              <span className={classes.mark} aria-hidden="true" />
              <span className={classes.text}>
                {showsSubject && entry.actionRef !== null && <SubjectLink subject={subjects.get(entry.actionRef)} />}
                <span className={classes.words}>{entry.text}</span>
              </span>
              <span className={classes.who} title={entry.who}>
                {entry.who}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** The column of times is as wide as the longest of them. */
function useTimeWidth(entries: readonly CaseTimelineEntry[]): string {
  const startAt = useClock((clock) => clock.startAt);
  const today = useToday();
  return useMemo(() => {
    const lengths = entries.map(({ at }) => instantInWords(at - (at % SECOND_MS), startAt, today).length);
    return `${lengths.reduce((most, length) => Math.max(most, length), 8)}ch`;
  }, [entries, startAt, today]);
}

function SubjectLink({ subject }: { readonly subject: Subject | undefined }) {
  if (subject === undefined) return null;
  return (
    <AppLink to={subject.path} className={classes.subject} title={subject.label} underline="hover">
      {subject.label}
    </AppLink>
  );
}
