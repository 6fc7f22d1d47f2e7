/** The bar over every screen but a stage: virtual time, play, speed, what comes next. */
import { Button, Kbd, Menu, NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { formatInstant } from '../../../../shared/instant.ts';
import { SPEEDS, speedInWords } from '../../../../shared/speeds.ts';
import { withPeopleCount } from '../../../../views/rows/people-rows.ts';
import { idleInWords } from '../../../../views/words/idle-words.ts';
import { timeOfDay, untilInWords } from '../../../../views/words/time-words.ts';
import { useWish } from '../../client/use-wish.ts';
import { IconGoBack, IconNextRetry, IconPause, IconPlay, IconReal, IconUntilIdle } from '../../components/icons.tsx';
import { dateInWords } from '../../components/instant-text.tsx';
import { keepFocus } from '../../components/keep-focus.ts';
import { useDockedLesson, useHidesWhatComes } from '../../stores/lesson-view.ts';
import { useCalmClock, useFromSettledWorld } from '../../stores/settled.ts';
import { useClock } from '../../stores/workspace.ts';
import classes from './clock-bar.module.css';
import { goBack, goToNextRetry, goUntilIdle, setSpeed, togglePlay } from './clock-verbs.ts';
import { holdInWords, useHold } from './hold.ts';
import { Jump, type JumpProps } from './jump.tsx';
import { useReachedSpeed } from './reached-speed.ts';

export function ClockBar() {
  const playing = useClock((clock) => clock.playing);
  const canGoBack = useClock((clock) => clock.canGoBack);
  // In a lesson the space bar belongs to the lesson.
  const keys = useDockedLesson() === null ? ' (Space)' : '';
  return (
    <div className={classes.clock}>
      <Button
        variant="default"
        px={9}
        aria-label="Go back"
        title={canGoBack ? 'To the point before the last act or move' : 'There is no earlier point to go back to'}
        disabled={!canGoBack}
        onMouseDown={keepFocus}
        onClick={() => void goBack()}
      >
        <IconGoBack />
      </Button>
      <VirtualNow />
      <Button
        variant={playing ? 'light' : 'filled'}
        className={classes.play}
        title={`${playing ? 'Pause' : 'Play'}${keys}`}
        leftSection={playing ? <IconPause size={14} /> : <IconPlay size={14} />}
        onMouseDown={keepFocus}
        onClick={() => void togglePlay()}
      >
        {playing ? 'Pause' : 'Play'}
      </Button>
      <Speed />
      <Jumps />
      <WhatWaits />
    </div>
  );
}

function VirtualNow() {
  const now = useClock((clock) => clock.now);
  const startAt = useClock((clock) => clock.startAt);
  const playing = useClock((clock) => clock.playing);
  // Milliseconds flicker by while it plays; standing still they may matter.
  const [time, milliseconds] = timeOfDay(now).split('.');
  return (
    <time
      dateTime={new Date(now).toISOString()}
      title={`${formatInstant(now, startAt)} since the start`}
      className={classes.now}
    >
      <span className={classes.date}>{dateInWords(now)}</span> <span className={classes.time}>{time}</span>
      {milliseconds !== undefined && !playing && <span className={classes.milliseconds}>.{milliseconds}</span>}
    </time>
  );
}

function Speed() {
  const hold = useHold();
  // Keys that follow each other go on from the latest choice, not from what the simulator has heard of so far.
  const [chosen, choose] = useWish(
    useClock((clock) => clock.speed),
    setSpeed,
  );
  const speed = hold === null ? chosen : 1;
  const isOffered = SPEEDS.some((each) => each === speed);
  const speeds = isOffered ? SPEEDS : [...SPEEDS, speed].sort((left, right) => left - right);
  return (
    <NativeSelect
      aria-label="Speed"
      title={hold === null ? 'Virtual time over real time while playing' : holdInWords(hold)}
      disabled={hold !== null}
      size="xs"
      className={classes.speed}
      value={String(speed)}
      onChange={(event) => choose(Number(event.currentTarget.value))}
      data={speeds.map((each) => ({ value: String(each), label: speedInWords(each) }))}
    />
  );
}

const JUMPS: readonly JumpProps[] = [
  { label: 'Next retry', keys: 'Shift →', icon: <IconNextRetry />, go: goToNextRetry },
  { label: 'Until idle', keys: 'End', icon: <IconUntilIdle />, go: goUntilIdle },
];

/** Buttons, or a menu where there is no room for them. */
function Jumps() {
  const isNarrow = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  if (isNarrow) return <JumpMenu />;
  return (
    <div className={classes.jumps}>
      {JUMPS.map((jump) => (
        <Jump key={jump.label} {...jump} />
      ))}
    </div>
  );
}

function JumpMenu() {
  const hold = useHold();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          px={9}
          aria-label="Move time"
          title={hold === null ? 'Move time' : holdInWords(hold)}
          disabled={hold !== null}
        >
          <IconUntilIdle />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {JUMPS.map(({ label, keys, icon, go }) => (
          <Menu.Item
            key={label}
            leftSection={icon}
            rightSection={<Kbd size="xs">{keys}</Kbd>}
            aria-label={label}
            onClick={() => void go()}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Where virtual time does not keep up with the chosen speed, how fast it is. */
function ReachedSpeed() {
  const reached = useReachedSpeed();
  return (
    reached !== null && (
      <span className={classes.reached} title="This many calls at once take longer than the chosen speed allows">
        {reached}
      </span>
    )
  );
}

/** What the clock has nothing to do with: worked out only while it has nothing to do. */
function Idle() {
  const peopleCount = useFromSettledWorld(withPeopleCount, []) ?? 0;
  const text = idleInWords(peopleCount);
  return <span title={text}>{text}</span>;
}

/** `3 waiting: retry 3 of K1/post-invoice in 4 min`; before it, why time is held. */
function WhatWaits() {
  const hold = useHold();
  const hidesWhatComes = useHidesWhatComes();
  const what = useCalmClock(({ scheduledCount, next }) =>
    next === null ? null : `${scheduledCount.toLocaleString('en')} waiting: ${next.text}`,
  );
  const until = useCalmClock(({ next, now, playing }) => (next === null ? '' : untilInWords(next.at, now, playing)));
  return (
    <div className={classes.side} data-held={hold !== null}>
      <p role="status" className={classes.hold} {...(hold !== null && { title: holdInWords(hold) })}>
        {hold !== null && (
          <>
            <IconReal size={13} />
            <span>Held at 1×: {hold}</span>
          </>
        )}
      </p>
      <div className={classes.row}>
        {hidesWhatComes ? (
          <p className={classes.waits}>{hold === null && <ReachedSpeed />}</p>
        ) : (
          <p className={classes.waits} title={what === null ? undefined : `${what} ${until}`}>
            {/* Drawn where the last line ends, whatever is cut of what is before it. */}
            {what !== null && <span className={classes.until} data-until={until} aria-hidden="true" />}
            {hold === null && <ReachedSpeed />}
            {what ?? <Idle />}
            <span className="visually-hidden"> {until}</span>
          </p>
        )}
      </div>
    </div>
  );
}
