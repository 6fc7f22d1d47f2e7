/** The lanes as a file for slides: all of them, in rows where there are many events, so that it is no wider than a slide. */

import type { Action } from '../../../../shared/model.ts';
import type { SizedLanes } from '../../../../views/lanes/in-rows.ts';
import { EM, type LaidLanes } from '../../../../views/lanes/layout.ts';
import { useFacts, useReadClock } from '../../stores/workspace.ts';
import { drawAside } from '../draw-aside.ts';
import { PictureButtons } from '../picture-buttons.tsx';
import { nowInWords } from './lanes.tsx';
import { LaneColumn, LaneNames } from './lanes-drawing.tsx';
import { type LanesSize, lanesOf } from './use-lanes.ts';

/** A slide's. */
const WIDE = 16 / 9;
/** Fewer events than this stand in one row, whatever that makes of the shape. */
const FEWEST_PER_ROW = 6;

interface LanesPictureButtonsProps {
  readonly action: Action;
  readonly size?: LanesSize;
}

export function LanesPictureButtons({ action, size = 'screen' }: LanesPictureButtonsProps) {
  const facts = useFacts(action.ref);
  const readClock = useReadClock();
  const draw = (save: (container: HTMLElement) => void) => {
    const { now, startAt } = readClock();
    const lanes = lanesOf(action, facts, startAt, size);
    drawAside(
      <Picture title={`${action.title} (${action.ref}) by event`} lanes={lanes} now={nowInWords(now, startAt)} />,
      'var(--lab-surface)',
      save,
    );
  };
  return <PictureButtons fileName={`${action.ref.replaceAll('/', '-')}-by-event`} draw={draw} />;
}

interface PictureProps {
  readonly title: string;
  readonly lanes: SizedLanes;
  readonly now: string;
}

function Picture({ title, lanes: { lay, size }, now }: PictureProps) {
  const laid = asSlide(lay);
  const rows = Array.from({ length: laid.rowCount }, (_, row) => row);
  const step = (laid.rowHeight + EM.rowGap) * size;
  const pad = EM.pad * size;
  return (
    <svg
      data-picture
      width={laid.width * size + 2 * pad}
      height={laid.rowCount * step - EM.rowGap * size + 2 * pad}
      style={{ fontSize: size }}
    >
      <title>{title}</title>
      <g transform={`translate(${pad} ${pad})`}>
        {rows.map((row) => (
          <g key={row} transform={`translate(0 ${row * step})`}>
            <LaneNames laid={laid} size={size} />
          </g>
        ))}
        {laid.columns.map((column) => (
          <LaneColumn key={column.slot?.id ?? 'now'} column={column} laid={laid} size={size} now={` ${now}`} />
        ))}
      </g>
    </svg>
  );
}

/** In as many rows as make it no wider than a slide. */
function asSlide(lay: SizedLanes['lay']): LaidLanes {
  const whole = lay(0);
  const count = whole.columns.length;
  for (let perRow = FEWEST_PER_ROW; perRow < count; perRow += 1) {
    const laid = lay(0, { perRow, wraps: 'first full' });
    if (laid.width >= WIDE * laid.rowCount * (laid.rowHeight + EM.rowGap)) return laid;
  }
  return whole;
}
