/** The ticks of the event strip: one per event, bundled where there is no room for all; walked with the arrow keys. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { learnEarlier, learnLater } from '../../../client/follow-events.ts';
import { keepFocus } from '../../../components/keep-focus.ts';
import type { EventLine } from '../../../stores/event-line.ts';
import { events as known } from '../../../stores/events.ts';
import { useClock } from '../../../stores/workspace.ts';
import { goToEvent } from '../clock-verbs.ts';
import { isBundle, type Slot, slotsAround, slotsWithin } from './slots.ts';
import classes from './strip.module.css';
import { countInShort, slotInWords } from './tick-words.ts';

interface TicksProps {
  readonly line: EventLine;
  /** How many single ticks fit. */
  readonly room: number;
  /** Told which place is pointed at or has the focus; `null` where none does. */
  readonly onRead: (words: string | null) => void;
}

/** A bundle that was opened, as long as the line begins and the workspace stands where it did. */
interface Opened {
  readonly slot: Slot;
  readonly firstSeq: number | undefined;
  readonly presentSeq: number;
}

export function Ticks({ line, room, onRead }: TicksProps) {
  const startAt = useClock((clock) => clock.startAt);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [activeSeq, setActiveSeq] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);

  const slots = slotsOf(line, room, opened);
  const seqOf = ({ from }: Slot) => line.events[from]?.seq ?? 0;
  const holdsPresent = ({ from, to }: Slot) => from <= line.presentIndex && line.presentIndex < to;
  // One of them can be reached with Tab; the arrows move on from it.
  const active = slots.find((slot) => seqOf(slot) === activeSeq) ?? slots.find(holdsPresent) ?? slots[0];

  const open = (slot: Slot) => {
    const { line: latest } = known.getState();
    if (latest !== null) setOpened({ slot, firstSeq: latest.events[0]?.seq, presentSeq: latest.presentSeq });
  };
  const openEarlier = async () => {
    const count = line.events.length;
    await learnEarlier();
    open({ from: 0, to: Math.max(1, (known.getState().line?.events.length ?? 0) - count) });
  };
  const openLater = async () => {
    const count = line.events.length;
    await learnLater();
    open({ from: count - 1, to: known.getState().line?.events.length ?? count });
  };
  const press = (slot: Slot) => {
    if (isBundle(slot)) open(slot);
    else void goToEvent(seqOf(slot));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !(event.key in STEPS)) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const index = buttons.indexOf(event.target as HTMLButtonElement);
    const next = STEPS[event.key as keyof typeof STEPS](index, buttons.length);
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, next))]?.focus();
  };
  const readUnder = (event: PointerEvent) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    onRead(button?.getAttribute('aria-label') ?? null);
  };

  return (
    <ol
      ref={list}
      className={classes.ticks}
      aria-label="Events"
      onKeyDown={onKeyDown}
      onPointerOver={readUnder}
      onPointerLeave={() => onRead(null)}
      onFocus={(event) => onRead(event.target.getAttribute('aria-label'))}
      onBlur={() => onRead(null)}
    >
      {line.hasEarlier && <More name="Earlier events" onOpen={openEarlier} />}
      {slots.map((slot) => (
        <li key={seqOf(slot)} data-moved-on={(holdsPresent(slot) && !line.isAtEvent) || undefined}>
          <button
            type="button"
            className={isBundle(slot) ? classes.bundle : classes.tick}
            aria-label={slotInWords(slot, line.events, startAt)}
            aria-current={holdsPresent(slot) ? 'step' : undefined}
            data-later={slot.from > line.presentIndex || undefined}
            tabIndex={slot === active ? 0 : -1}
            onFocus={() => setActiveSeq(seqOf(slot))}
            onMouseDown={keepFocus}
            onClick={() => press(slot)}
          >
            {isBundle(slot) && <span aria-hidden="true">{countInShort(slot.to - slot.from)}</span>}
          </button>
        </li>
      ))}
      {line.hasLater && <More name="Later events" onOpen={openLater} />}
    </ol>
  );
}

const STEPS = {
  ArrowLeft: (index: number) => index - 1,
  ArrowRight: (index: number) => index + 1,
  Home: () => 0,
  End: (_: number, count: number) => count - 1,
} as const;

function slotsOf(line: EventLine, room: number, opened: Opened | null): Slot[] {
  const count = line.events.length;
  const isOpen =
    opened !== null &&
    opened.firstSeq === line.events[0]?.seq &&
    opened.presentSeq === line.presentSeq &&
    opened.slot.to <= count;
  return isOpen ? slotsWithin(count, opened.slot, room) : slotsAround(count, line.presentIndex, room);
}

/** What this window does not know of yet. */
function More({ name, onOpen }: { readonly name: string; readonly onOpen: () => Promise<void> }) {
  return (
    <li>
      <button
        type="button"
        className={classes.bundle}
        aria-label={name}
        tabIndex={-1}
        onMouseDown={keepFocus}
        onClick={() => void onOpen()}
      >
        <span aria-hidden="true">…</span>
      </button>
    </li>
  );
}
