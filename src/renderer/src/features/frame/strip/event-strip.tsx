/** The event strip, on every screen under the clock: what happened, event by event, and what the latest one changed. */
import { Menu } from '@mantine/core';
import { useElementSize, useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { followEvents } from '../../../client/follow-events.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconCourse, IconMore, IconNextEvent, IconPreviousEvent, IconToStart } from '../../../components/icons.tsx';
import type { EventLine } from '../../../stores/event-line.ts';
import { useEventLine } from '../../../stores/events.ts';
import { useDockedLesson, useHidesWhatComes } from '../../../stores/lesson-view.ts';
import { askToSave } from '../../../stores/recording-view.ts';
import { goToNextEvent, goToPreviousEvent, goToStart } from '../clock-verbs.ts';
import { Jump } from '../jump.tsx';
import { ChangeLine } from './change-line.tsx';
import { FutureChoice } from './future-choice.tsx';
import classes from './strip.module.css';
import { Ticks } from './ticks.tsx';

/** Pixels of one tick; the stylesheet has the same. */
const TICK_WIDTH = 24;
/** So many fit into every window. */
const LEAST_ROOM = 10;
/** There is room for one row only: the stylesheet has the same. */
const ONE_ROW = '(max-width: 767px), (max-height: 560px)';

export function EventStrip() {
  const line = useSeenLine();
  const isOneRow = useMediaQuery(ONE_ROW, undefined, { getInitialValueInEffect: false });
  const { ref, width } = useElementSize();
  const [read, setRead] = useState<string | null>(null);
  useEffect(followEvents, []);
  return (
    <div className={classes.strip}>
      <Steps line={line} isOneRow={isOneRow} />
      <div ref={ref} className={classes.track}>
        {line !== null && (
          <Ticks
            line={isOneRow ? neighbourhood(line) : line}
            room={isOneRow ? LEAST_ROOM : Math.max(LEAST_ROOM, Math.floor(width / TICK_WIDTH) - moreRoom(line))}
            onRead={setRead}
          />
        )}
        <ChangeLine line={line} read={read} />
      </div>
      {line !== null && line.futures.length > 1 && <FutureChoice futures={line.futures} />}
      {line !== null && line.presentIndex >= 0 && !isOneRow && <StripMenu />}
    </div>
  );
}

/** A menu, also so that no button of every screen is called *Save …*: forms have theirs. */
function StripMenu() {
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <IconButton name="More of these events" icon={IconMore} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCourse />} onClick={askToSave}>
          Save as lesson
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** In a lesson that one went back in, what comes is not shown before it comes again. */
function useSeenLine(): EventLine | null {
  const line = useEventLine();
  const hidesWhatComes = useHidesWhatComes();
  if (line === null || !hidesWhatComes) return line;
  return { ...line, events: line.events.slice(0, line.presentIndex + 1), hasLater: false };
}

function Steps({ line, isOneRow }: { readonly line: EventLine | null; readonly isOneRow: boolean }) {
  const isAtStart = line === null || line.presentSeq === line.startSeq;
  const isInLesson = useDockedLesson() !== null;
  const hasVisited = line !== null && line.presentIndex < line.events.length - 1;
  return (
    <div className={classes.steps}>
      <Jump
        isIcon
        goesInHold
        disabled={isAtStart}
        label="To the start"
        keys="Home"
        icon={<IconToStart />}
        go={goToStart}
      />
      <Jump
        isIcon
        goesInHold
        disabled={isAtStart}
        label="Previous event"
        keys={isInLesson ? null : '←'}
        icon={<IconPreviousEvent />}
        go={goToPreviousEvent}
      />
      <Jump
        isIcon={isOneRow}
        goesInHold={hasVisited}
        label="Next event"
        keys={isInLesson ? null : '→'}
        icon={<IconNextEvent />}
        go={goToNextEvent}
      />
    </div>
  );
}

/** The present event, and the ones before and after it. */
function neighbourhood(line: EventLine): EventLine {
  const from = Math.max(0, line.presentIndex - 1);
  return {
    ...line,
    events: line.events.slice(from, line.presentIndex + 2),
    presentIndex: line.presentIndex - from,
    hasEarlier: false,
    hasLater: false,
  };
}

/** The buttons for what is not known yet take room too. */
const moreRoom = ({ hasEarlier, hasLater }: EventLine) => (hasEarlier ? 2 : 0) + (hasLater ? 2 : 0);
