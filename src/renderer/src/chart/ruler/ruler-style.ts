/** The one table of how things on a ruler look. The legend is generated from it. */
import { statusStyleOf } from '../../theme/status.ts';
import type { MarkLook, Shape } from '../mark-look.ts';
import type { RulerKind } from './ruler-kinds.ts';

export interface RulerLook extends Omit<MarkLook, 'shape'> {
  /** A call has its number on it; an area lies under all rows. */
  readonly shape: Shape | 'call' | 'area';
}

const RED = statusStyleOf('closed-failed').fill;
const GREEN = statusStyleOf('closed-done').fill;
const VIOLET = statusStyleOf('waiting').fill;
const GREY = statusStyleOf('closed-no-response').fill;
const AMBER = statusStyleOf('to-do').fill;
const STEEL = 'var(--lab-accent)';

const STYLES: Readonly<Record<RulerKind, RulerLook>> = {
  call: { label: 'Call that fails', shape: 'call', colour: RED, pattern: 'solid', glyph: 'none' },
  through: {
    label: 'Call that connects',
    shape: 'call',
    colour: GREEN,
    pattern: 'solid',
    glyph: 'check',
  },
  unreached: { label: 'Retry that never happens', shape: 'call', colour: GREY, pattern: 'outline', glyph: 'none' },
  response: {
    label: 'Response awaited once connected',
    shape: 'band',
    colour: VIOLET,
    pattern: 'dots',
    glyph: 'none',
  },
  'due closes': { label: 'Due date, auto-complete', shape: 'flag', colour: STEEL, pattern: 'solid', glyph: 'none' },
  'due overdue': { label: 'Due date, only overdue', shape: 'flag', colour: STEEL, pattern: 'outline', glyph: 'none' },
  'end failed': {
    label: 'Closed, Not Done Successfully',
    shape: 'square',
    colour: RED,
    pattern: 'outline',
    glyph: 'cross',
  },
  'end no response': {
    label: 'Closed, No response returned',
    shape: 'square',
    colour: GREY,
    pattern: 'outline',
    glyph: 'dash',
  },
  'end timeout': {
    label: 'To Do, Timeout: handed to people',
    shape: 'square',
    colour: AMBER,
    pattern: 'solid',
    glyph: 'dash',
  },
  outage: { label: 'Outage', shape: 'area', colour: GREY, pattern: 'diagonal', glyph: 'none' },
};

export const rulerStyle = (kind: RulerKind): RulerLook => STYLES[kind];

/** The `id` of the pattern that fills an area of this kind. */
export const patternId = (id: string, kind: RulerKind) => `${id}-${kind}`;
