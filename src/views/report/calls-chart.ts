/** When the calls of two settings come if the API never connects, one above the other on one axis of time. */
import type { ActionType, Settings } from '../../shared/definitions.ts';
import { verdict } from '../verdict/verdict.ts';
import { sinceLaunch } from '../words/time-words.ts';
import { rounded, timeTicks } from './drawing.ts';
import { type Markup, markup } from './markup.ts';
import { ENDING_COLOURS } from './paper.ts';

interface Drawn {
  readonly side: string;
  readonly actionType: ActionType;
}

const WIDTH = 600;
const LEFT = 24;
const RIGHT = 20;
const ROW = 34;

export function callsChart(settings: Settings, sides: readonly Drawn[]): Markup {
  const rows = sides.map(({ side, actionType }) => ({ side, ...verdict(settings, actionType) }));
  const untilMs = Math.max(1_000, ...rows.map(({ endsAt }) => endsAt));
  const across = (ms: number) => rounded(LEFT + (ms / untilMs) * (WIDTH - LEFT - RIGHT));
  const drawn = rows.map(({ side, callsAt, endsAt, ending }, index) => {
    const y = ROW * index + 18;
    const calls = callsAt.map((at) => markup`<circle cx="${across(at)}" cy="${y}" r="3.5" fill="#1f5fa8"/>`);
    const end = across(endsAt);
    return markup`<text x="4" y="${y + 4}">${side}</text><line x1="${across(0)}" x2="${end}" y1="${y}" y2="${y}" stroke="#7d8590"/>${calls}<rect x="${rounded(end - 3)}" y="${y - 9}" width="6" height="18" fill="${ENDING_COLOURS[ending]}"/>`;
  });
  const base = ROW * rows.length + 4;
  const ticks = timeTicks(untilMs, base, across);
  const words = rows
    .map(({ side, callsAt, endsAt, ending }) => {
      const calls = callsAt.map(sinceLaunch).join(', ');
      return `${side}: calls at ${calls}; ${ending} at ${sinceLaunch(endsAt)}`;
    })
    .join('. ');
  return markup`<figure><figcaption>A dot is a call, the bar the end; time since launch</figcaption>
<svg viewBox="0 0 ${WIDTH} ${base + 24}" role="img" aria-label="${words}"><line x1="${across(0)}" x2="${WIDTH - RIGHT}" y1="${base}" y2="${base}" stroke="#d7dce2"/>${drawn}${ticks}</svg></figure>`;
}
